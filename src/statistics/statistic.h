// A statistic of `read -z`: what it needs of the packets, how it takes one in, and its report.
#pragma once
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "filter/display_filter.h"
#include "flow/sharded_work.h"
#include "packet/tree.h"

namespace wiretale {

/// What of each packet has to be made before a statistic sees it. Nobody makes what no statistic needs.
struct StatisticNeeds {
  enum class Depth : uint8_t {
    Frames,  ///< time and length
    Layers,  ///< the layer table of tier 1
    Fields,  ///< the field tree
  };
  Depth depth = Depth::Frames;
  FieldNeeds fields{.everything = false, .labels = false, .fields = {}};  ///< of the tree, at Depth::Fields
  bool columns = false;                                                   ///< at Depth::Fields

  void at_least(Depth wanted) { depth = std::max(depth, wanted); }
  /// Asks for a field of the tree.
  void want(const Field& field) {
    at_least(Depth::Fields);
    fields.fields.push_back(&field);
  }
  /// Asks for all fields of a name; the name is one of ours.
  void want(std::string_view name);
  /// Asks for what another one asks for.
  void unite(const StatisticNeeds& other);
};

/// Makes the tree of a packet for filters that could not decide without.
class TreeMaker {
 public:
  virtual const FieldTree& tree_of(const Packet& packet) = 0;

 protected:
  ~TreeMaker() = default;
};

/// A packet as statistics see it, valid during the call.
struct SeenPacket {
  const Packet& packet;       ///< with layers from Depth::Layers on
  Duration since_first = {};  ///< since the first packet of the capture
  const FieldTree* tree = nullptr;
  const Columns* columns = nullptr;
  TreeMaker* trees = nullptr;  ///< where there is no tree
  int decimals = 6;            ///< of a second, that its time stamp has
};

/// How reports show points in time; -t says.
struct StatisticTimes {
  enum class Form : uint8_t { SinceFirst, Epoch, TimeOfDay, Date, DayOfYear };
  Form form = Form::SinceFirst;
  bool utc = false;
};

/// A -z argument, taken apart.
struct StatisticArgument {
  std::string_view name;  ///< the catalog's: "conv,tcp"
  std::string_view rest;  ///< what follows behind the comma; empty when nothing does
  StatisticTimes times;
  std::string_view file;  ///< that is read, as it was named
};

/// A -z argument that cannot be, and the exit status of `read`, which is tshark's.
struct StatisticError {
  std::string message;
  int exit_status = 1;
};

/// Which packets a statistic counts: the display filter at the end of its argument, or all.
class StatisticFilter {
 public:
  StatisticFilter() = default;
  /// An empty text means all packets. The message of the error stands without "-z ...: ".
  [[nodiscard]] static std::expected<StatisticFilter, StatisticError> make(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return !filter_; }
  void add_needs(StatisticNeeds& needs) const;
  [[nodiscard]] bool passes(const SeenPacket& seen);

 private:
  std::string text_;
  std::optional<DisplayFilter> filter_;
};

class Statistic {
 public:
  virtual ~Statistic() = default;
  [[nodiscard]] virtual StatisticNeeds needs() const = 0;
  /// The next packet of the capture.
  virtual void add(const SeenPacket& seen) = 0;
  /// The same for several threads: takes all packets of the capture, decoded with tree_dispatch(), in place
  /// of add(). Null where every packet is needed after the other.
  [[nodiscard]] virtual ShardedWork* shared() { return nullptr; }
  /// What goes behind the info column of the packet's line; for proto,colinfo.
  virtual void annotate(const SeenPacket&, Text& /*info*/) {}
  /// After the last packet: the report as tshark prints it.
  virtual void report(Text& text) = 0;
};

using MadeStatistic = std::expected<std::unique_ptr<Statistic>, StatisticError>;

}  // namespace wiretale
