// LLDP's TLVs of IEEE 802.3: what the two ends of a cable agreed on.
#include "protocols/link/lldp.h"

namespace wiretale::lldp {
namespace {

enum Subtype : uint8_t { physical_layer = 1, power, aggregation, frame_size };

constexpr Name negotiation_flags[] = {{0x01, "supported"}, {0x02, "enabled"}};
// IANA's ifMauAutoNegCapBits, the first bit being the highest.
constexpr Name negotiable_names[] = {{0x4000, "10BASE-T hdx"},
                                     {0x2000, "10BASE-T fdx"},
                                     {0x1000, "100BASE-T4"},
                                     {0x0800, "100BASE-TX hdx"},
                                     {0x0400, "100BASE-TX fdx"},
                                     {0x0200, "100BASE-T2 hdx"},
                                     {0x0100, "100BASE-T2 fdx"},
                                     {0x0080, "Pause for fdx links"},
                                     {0x0040, "Asym PAUSE for fdx"},
                                     {0x0020, "Sym PAUSE for fdx"},
                                     {0x0010, "Asym and Sym PAUSE for fdx"},
                                     {0x0008, "1000BASE-{X LX SX CX} hdx"},
                                     {0x0004, "1000BASE-{X LX SX CX} fdx"},
                                     {0x0002, "1000BASE-T hdx"},
                                     {0x0001, "1000BASE-T fdx"}};
// RFC 4836, dot3MauType.
constexpr Name medium_names[] = {{0, "Unknown"},
                                 {1, "AUI"},
                                 {2, "10BASE_5"},
                                 {3, "FOIRL"},
                                 {4, "10BASE2"},
                                 {5, "10BASET duplex mode unknown"},
                                 {6, "10BASEFP"},
                                 {7, "10BASEFB"},
                                 {8, "10BASEFL duplex mode unknown"},
                                 {9, "10BROAD36"},
                                 {10, "10BASET hdx"},
                                 {11, "10BASET fdx"},
                                 {12, "10BASEFL hdx"},
                                 {13, "10BASEFL fdx"},
                                 {14, "100BASET4"},
                                 {15, "100BASETX hdx"},
                                 {16, "100BASETX fdx"},
                                 {17, "100BASEFX hdx"},
                                 {18, "100BASEFX fdx"},
                                 {19, "100BASET2 hdx"},
                                 {20, "100BASET2 fdx"},
                                 {21, "1000BASEX hdx"},
                                 {22, "1000BASEX fdx"},
                                 {23, "1000BASELX hdx"},
                                 {24, "1000BASELX fdx"},
                                 {25, "1000BASESX hdx"},
                                 {26, "1000BASESX fdx"},
                                 {27, "1000BASECX hdx"},
                                 {28, "1000BASECX fdx"},
                                 {29, "1000BASET hdx"},
                                 {30, "1000BASET fdx"},
                                 {31, "10GBASEX"},
                                 {32, "10GBASELX4"},
                                 {33, "10GBASER"},
                                 {34, "10GBASEER"},
                                 {35, "10GBASELR"},
                                 {36, "10GBASESR"},
                                 {37, "10GBASEW"},
                                 {38, "10GBASEEW"},
                                 {39, "10GBASELW"},
                                 {40, "10GBASESW"}};
constexpr Name power_flags[] = {
    {0x01, "PSE"}, {0x02, "supported"}, {0x04, "enabled"}, {0x08, "can be controlled"}};
constexpr Name pair_names[] = {{1, "signal"}, {2, "spare"}};
constexpr Name class_names[] = {{1, "class0"}, {2, "class1"}, {3, "class2"}, {4, "class3"}, {5, "class4"}};

}  // namespace

void print_ethernet(Line& line, uint8_t subtype, View in) {
  const size_t length = in.length();
  switch (subtype) {
    case physical_layer:
      if (length < 9) return;
      line.put("\n\t    autonegotiation [", NamedBits{negotiation_flags, in.u8(4)}, "] (0x", Hex{in.u8(4), 2},
               ')');
      line.put("\n\t    PMD autoneg capability [", NamedBits{negotiable_names, in.u16(5), "unknown"}, "] (0x",
               Hex{in.u16(5), 4}, ')');
      line.put("\n\t    MAU type ", name_or(medium_names, in.u16(7), "unknown"), " (0x", Hex{in.u16(7), 4},
               ')');
      break;
    case power:
      if (length < 7) return;
      line.put("\n\t    MDI power support [", NamedBits{power_flags, in.u8(4)}, "], power pair ",
               name_or(pair_names, in.u8(5), "unknown"), ", power class ",
               name_or(class_names, in.u8(6), "unknown"));
      break;
    case aggregation:
      if (length >= 9) print_aggregation(line, in);
      break;
    case frame_size:
      if (length >= 6) line.put("\n\t    MTU size ", in.u16(4));
      break;
    default: break;
  }
}

}  // namespace wiretale::lldp
