// The parts of NFS messages that several requests and replies have.
#include "protocols/application/nfs/message.h"

#include <iterator>

#include "protocols/application/nfs/nfs_names.h"

namespace wiretale::nfs {
namespace {

constexpr size_t version_2_handle = 32;

void put_time(Line& line, uint32_t seconds, uint32_t fraction) {
  line.put(seconds, '.', Padded{fraction, 6, '0'});
}

}  // namespace

void Message::file_handle() {
  size_t length = version_2_handle;
  if (version_3_) length = word();
  print_file_handle(line_, in_.bytes(at_, length), in_.available(at_, version_2_handle));
  at_ += (length + 3) / 4 * 4;
}

void Message::file_name() {
  const uint32_t length = word();
  const size_t padded = (size_t{length} + 3) / 4 * 4;
  if (length > 0xfffffffc) {
    line_.put("[cannot pad to 32-bit boundaries]");
    line_.invalid();
    throw Truncated{};
  }
  in_.need(at_, padded);
  line_.put('"', CaretNotation{in_.bytes(at_, length)}, '"');
  at_ += padded;
}

void Message::new_attributes(int verbose) {
  // Mode, owner, group, size: whether it is set, then the value (RFC 1813 2.5.3).
  constexpr std::string_view words[] = {" mode ", " uid ", " gid "};
  for (size_t i = 0; i < std::size(words); ++i) {
    if (word() == 0) continue;
    if (verbose > 0 && i == 0)
      line_.put(words[i], Octal{peek()});
    else if (verbose > 0)
      line_.put(words[i], peek());
    skip(1);
  }
  // The size has two words (RFC 1813 2.5.3); tcpdump skips one, and so do we.
  if (word() != 0) skip(1);
  // Times: kept, the server's, or given here.
  constexpr uint32_t given = 2;
  for (const std::string_view name : {" atime ", " mtime "}) {
    if (word() != given) continue;
    if (verbose > 1) {
      line_.put(name);
      put_time(line_, peek(0), peek(1));
    }
    skip(2);
  }
}

void Message::attributes(int verbose) {
  need(version_3_ ? 7 : 6);
  const size_t begin = at_;
  if (verbose > 0) {
    line_.put(' ', Named{file_type_names, peek(0), "unk-ft ", " "}, ' ', Octal{peek(1)}, " ids ",
              static_cast<int32_t>(peek(3)), '/', static_cast<int32_t>(peek(4)), " sz ");
    if (version_3_)
      line_.put(in_.u64(at_ + 20));
    else
      line_.put(peek(5));
  }
  if (verbose > 1) need(version_3_ ? 21 : 17);
  if (verbose > 1 && version_3_) {
    line_.put(" nlink ", peek(2), " rdev ", peek(9), '/', peek(10), " fsid ", Hex{in_.u64(at_ + 44)},
              " fileid ", Hex{in_.u64(at_ + 52)}, " a/m/ctime ");
    at_ += 60;
  } else if (verbose > 1) {
    line_.put(" nlink ", peek(2), " rdev 0x", Hex{peek(7)}, " fsid 0x", Hex{peek(9)}, " nodeid 0x",
              Hex{peek(10)}, " a/m/ctime ");
    at_ += 44;
  }
  if (verbose > 1)
    for (int i = 0; i < 3; ++i) {
      if (i > 0) line_.put(' ');
      const uint32_t seconds = word();
      put_time(line_, seconds, word());
    }
  at_ = begin + (version_3_ ? 84 : 68);
}

void Message::attributes_before(int verbose) {
  if (word() == 0) return;
  need(6);
  const uint64_t size = long_word();
  const uint32_t modified = word(), modified_fraction = word(), changed = word(), changed_fraction = word();
  if (verbose <= 1) return;
  line_.put(" sz ", size, " mtime ");
  put_time(line_, modified, modified_fraction);
  line_.put(" ctime ");
  put_time(line_, changed, changed_fraction);
}

void Message::attributes_after(int verbose) {
  if (word() == 0) return;
  if (verbose > 0) return attributes(verbose);
  skip(21);
}

void Message::attributes_before_and_after(int verbose) {
  if (verbose > 1) line_.put(" PRE:");
  attributes_before(verbose);
  if (verbose > 0) line_.put(" POST:");
  attributes_after(verbose);
}

}  // namespace wiretale::nfs
