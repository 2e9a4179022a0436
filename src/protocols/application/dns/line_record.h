// The data of a DNS record for the line printer.
#pragma once
#include "packet/line.h"

namespace wiretale::dns {

/// A record whose fixed part was read.
struct RecordPlace {
  uint16_t type, class_number;
  uint16_t low_time_to_live;  ///< the flags of an OPT record
  size_t data;                ///< offset of its data in the message
  uint16_t size;              ///< of its data, as claimed
};

/// False when the data is cut off or makes no sense.
[[nodiscard]] bool print_record_data(Line& line, View message, const RecordPlace& record);

}  // namespace wiretale::dns
