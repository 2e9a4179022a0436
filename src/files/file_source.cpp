// What the readers share.
#include "files/file_source.h"

#include <algorithm>

namespace wiretale {

size_t longest_packet(uint16_t link_type, uint32_t snap_length) {
  constexpr size_t usual = 256 << 10, long_messages = 128 << 20;
  constexpr uint16_t dbus = 231, usbpcap = 249, usb_darwin = 266, ebhscr = 279;
  if (link_type == dbus || link_type == usbpcap || link_type == usb_darwin || link_type == ebhscr)
    return long_messages;
  return std::clamp<size_t>(snap_length, usual, long_messages);
}

void FileSource::add_damage(Damage damage) {
  constexpr size_t longest_list = 32;
  if (damage_.size() < longest_list) {
    damage_.push_back(std::move(damage));
    return;
  }
  Damage& last = damage_.back();
  last.what = text_of(name(), " has more damaged places than the ones listed");
  last.bytes_unused += damage.bytes_unused;
  last.kind = damage.kind;
}

void FileSource::add_cut(std::string_view record, uint64_t wanted, uint64_t offset, uint64_t there) {
  Damage damage{.what = {},
                .packets_before = packets_,
                .bytes_unused = there,
                .offset = offset,
                .kind = Damage::Kind::Cut};
  if (window_.problem().empty()) {
    damage.what = text_of(name(), " ends in the middle of ", record, " at byte ", Grouped{offset},
                          " (wanted ", Grouped{wanted}, " bytes, ", Grouped{there}, " are there)");
  } else {
    damage.kind = Damage::Kind::Unread;
    damage.what = text_of(name(), " cannot be read beyond byte ", Grouped{offset + there}, ", in ", record,
                          ": ", window_.problem());
  }
  add_damage(std::move(damage));
}

void FileSource::note_end() {
  if (window_.problem().empty()) return;
  add_damage({.what = text_of(name(), " cannot be read beyond byte ", Grouped{window_.offset()}, ": ",
                              window_.problem()),
              .packets_before = packets_,
              .bytes_unused = 0,
              .offset = window_.offset(),
              .kind = Damage::Kind::Unread});
}

bool FileSource::may_keep(size_t size) {
  constexpr size_t most = 32 << 20;
  if (size > most - kept_) {
    ++facts_.texts_dropped;
    return false;
  }
  kept_ += size;
  return true;
}

}  // namespace wiretale
