// Arguments and results of AFS's remote procedures, read as their names' texts tell.
#include "protocols/application/rx/arguments.h"

#include <chrono>

namespace wiretale::rx {
namespace {

/// A string ended early; what was read before stays.
struct StringCut {};

class Arguments {
 public:
  Arguments(Line& line, View in) : line_(line), in_(in) {}

  /// The words before a number are not written without it.
  void need(std::string_view following) const {
    if (following.starts_with("fid %F") && !in_.has(0, 12)) throw StringCut{};
    if (following.size() < 2 || following[0] != '%') return;
    const char letter = following[1];
    if (letter == 'u' || letter == 'i' || letter == 'D') in_.need(0, 4);
    if (letter == 'S' && !has_string()) throw StringCut{};
    if (letter == 'W' && !in_.has(0, 4 * volume_name)) throw StringCut{};
    if (letter == 'T' || letter == 'Q') in_.need(0, 8);
  }

  void print(char letter) {
    switch (letter) {
      case 'u': line_.put(word()); return;
      case 'i': line_.put(static_cast<int32_t>(word())); return;
      case 'Q': put_long(); return;
      case 'D': put_date(word()); return;
      case 'T': put_pair(); return;
      case 'F': put_file(); return;
      case 'S': put_string(); return;
      case 'W': put_characters(volume_name); return;
      case 'U': put_unique_id(); return;
      case 'P': line_.put(word() != 0 ? "yes" : "no"); return;
      case 'Y': put_volume_type(); return;
      case 'O': put_lock_type(); return;
      case 'A': put_store_status(); return;
      case 'B': put_files(); return;
      case 'C': put_callbacks(); return;
      case 'I': put_ids(); return;
      case 'N': put_names(); return;
      case 'K': put_servers_to_forward(); return;
      case 'E': put_volume_entry(8, Sites::Addresses); return;
      case 'G': put_volume_entry(13, Sites::Addresses); return;
      case 'H': put_volume_entry(13, Sites::UniqueIds); return;
      case 'R': put_volume_information(); return;
      default: return;
    }
  }

 private:
  static constexpr size_t volume_name = 65, protection_name = 64, volume_information_name = 32;
  static constexpr std::string_view nothing = " <none!>";
  enum class Sites : uint8_t { Addresses, UniqueIds };

  uint32_t word() {
    const uint32_t value = in_.u32(0);
    in_ = in_.from(4);
    return value;
  }
  void skip(size_t words) { in_ = in_.from(4 * words); }

  void put_long() {
    const uint64_t high = word();
    line_.put(high << 32 | word());
  }
  /// Whether a string begins here that the datagram has room for.
  [[nodiscard]] bool has_string() const { return in_.has(0, 4) && in_.u32(0) <= in_.length(); }
  void put_pair() {
    const uint32_t first = word();
    line_.put(first, '.', word());
  }
  void put_file() {
    if (!in_.has(0, 12)) throw StringCut{};
    const uint32_t volume = word(), node = word();
    line_.put(volume, '/', node, '/', word());
  }
  /// "2001/09/09 01:46:40"
  void put_date(uint32_t seconds) {
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds{static_cast<int32_t>(seconds)}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    line_.put(static_cast<int>(date.year()), '/', Padded{static_cast<unsigned>(date.month()), 2, '0'}, '/',
              Padded{static_cast<unsigned>(date.day()), 2, '0'}, ' ',
              Padded{static_cast<uint64_t>(clock.hours().count()), 2, '0'}, ':',
              Padded{static_cast<uint64_t>(clock.minutes().count()), 2, '0'}, ':',
              Padded{static_cast<uint64_t>(clock.seconds().count()), 2, '0'});
  }
  void put_string() {
    if (!has_string()) throw StringCut{};
    const size_t length = word();
    line_.put('"', CaretNotation{in_.available(0, length)});
    if (!in_.has(0, length)) throw StringCut{};
    line_.put('"');
    in_ = in_.from((length + 3) / 4 * 4);
  }
  /// A string with one word per character.
  void put_characters(size_t most) {
    if (!in_.has(0, 4 * most)) throw StringCut{};
    line_.put('"');
    for (size_t i = 0; i < most; ++i) {
      const auto character = static_cast<uint8_t>(in_.u32(4 * i));
      if (character == 0) break;
      line_.put(CaretNotation{{&character, 1}});
    }
    line_.put('"');
    skip(most);
  }
  /// A UUID with one word per byte from its second half on.
  void put_unique_id() {
    line_.put(Hex{word(), 8});
    for (int i = 0; i < 2; ++i) line_.put(Hex{word() & 0xffff, 4});
    for (int i = 0; i < 8; ++i) line_.put(Hex{word() & 0xff, 2});
  }
  void put_volume_type() {
    constexpr std::string_view types[] = {"read-write", "read-only", "backup"};
    const uint32_t type = word();
    if (type < std::size(types)) line_.put(" type ", types[type]);
  }
  void put_lock_type() {
    constexpr Name types[] = {{1, "read"}, {2, "write"}, {3, "wait"}};
    const uint32_t type = word();
    const std::string_view name = find_name(types, type);
    if (!name.empty()) line_.put(" type ", name);
  }
  /// What of a file's attributes is set: a mask, then all of them.
  void put_store_status() {
    enum Mask : uint32_t { date = 1, owner = 2, group = 4, mode = 8, segment_size = 16, synchronize = 1024 };
    const uint32_t mask = word();
    if (mask != 0) line_.put(" StoreStatus");
    if ((mask & date) != 0) {
      line_.put(" date ");
      put_date(word());
    } else {
      skip(1);
    }
    const auto part = [&](uint32_t bit, std::string_view name) {
      if ((mask & bit) != 0)
        line_.put(name, word());
      else
        skip(1);
    };
    part(owner, " owner ");
    part(group, " group ");
    if ((mask & mode) != 0)
      line_.put(" mode ", Octal{word()});
    else
      skip(1);
    part(segment_size, " segsize ");
    if ((mask & synchronize) != 0) line_.put(" fsync");
  }

  /// Calls `put` as often as the count before the list says; "<none!>" for never.
  template <class Put>
  void put_list(const Put& put) {
    const uint32_t count = word();
    if (count == 0) line_.put(nothing);
    for (uint32_t i = 0; i < count; ++i) put();
  }
  void put_files() {
    put_list([&] {
      line_.put(" fid ");
      put_file();
    });
  }
  void put_ids() {
    put_list([&] { line_.put(' ', static_cast<int32_t>(word())); });
  }
  void put_names() {
    put_list([&] {
      if (!in_.has(0, 4 * protection_name)) throw StringCut{};
      line_.put(' ');
      put_characters(protection_name);
    });
  }
  /// Promises that are broken: which files, then what each promise was.
  void put_callbacks() {
    put_files();
    const uint32_t count = word();
    if (count != 0) line_.put(';');
    constexpr Name types[] = {{1, "exclusive"}, {2, "shared"}, {3, "dropped"}};
    for (uint32_t i = 0; i < count; ++i) {
      line_.put(" ver ", word(), " expires ");
      put_date(word());
      const uint32_t type = word();
      if (!find_name(types, type).empty()) line_.put(' ', find_name(types, type));
    }
  }
  void put_servers_to_forward() {
    put_list([&] {
      const uint32_t first = word(), second = word();
      line_.put(" server ", first, ':', second, ':', word());
    });
  }

  /// Where a volume lies (vldbentry), with room for `most` sites.
  void put_volume_entry(uint32_t most, Sites sites) {
    if (!in_.has(0, 4 * volume_name)) throw StringCut{};
    line_.put(' ');
    put_characters(volume_name);
    if (sites == Sites::Addresses && most == 8) skip(1);  // its type
    const uint32_t count = word();
    line_.put(" numservers ", count, " servers");
    for (uint32_t i = 0; i < most; ++i) {
      if (sites == Sites::UniqueIds) {
        if (i < count) {
          line_.put(" afsuuid ");
          put_unique_id();
        } else {
          skip(11);
        }
        continue;
      }
      if (!in_.has(0, 4)) throw StringCut{};
      if (i < count) line_.put(' ', Ipv4Text{in_.at_least(0, 4)});
      skip(1);
    }
    if (sites == Sites::UniqueIds) skip(most);
    line_.put(" partitions");
    for (uint32_t i = 0; i < most; ++i) {
      if (!in_.has(0, 4)) throw StringCut{};
      const uint32_t partition = word();
      constexpr uint32_t letters = 26;
      if (i < count && partition <= letters)
        line_.put(' ', static_cast<char>('a' + partition));
      else if (i < count)
        line_.put(' ', partition);
    }
    skip(most);  // the sites' flags
    const uint32_t read_write = word(), read_only = word();
    line_.put(" rwvol ", read_write, " rovol ", read_only, " backup ", word());
  }

  void put_volume_information() {
    skip(1);
    line_.put(" name ");
    put_characters(volume_information_name);
    line_.put(" volid ", word(), " type");
  }

  Line& line_;
  View in_;
};

}  // namespace

bool print_arguments(Line& line, std::string_view text, View in, std::string_view service) {
  Arguments arguments(line, in);
  try {
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == ' ') arguments.need(text.substr(i + 1));
      if (text[i] != '%' || i + 1 == text.size())
        line.put(text[i]);
      else
        arguments.print(text[++i]);
    }
  } catch (const StringCut&) {
    line.put(" [|", service, ']');
    return false;
  }
  return true;
}

}  // namespace wiretale::rx
