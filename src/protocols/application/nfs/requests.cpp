// The arguments of NFS calls (RFC 1094 2.2, RFC 1813 3.3).
#include "protocols/application/nfs/message.h"
#include "protocols/application/nfs/nfs_names.h"

namespace wiretale::nfs {
namespace {

constexpr Name access_name_table[] = {{0x01, "NFS_ACCESS_READ"},   {0x02, "NFS_ACCESS_LOOKUP"},
                                      {0x04, "NFS_ACCESS_MODIFY"}, {0x08, "NFS_ACCESS_EXTEND"},
                                      {0x10, "NFS_ACCESS_DELETE"}, {0x20, "NFS_ACCESS_EXECUTE"}};

/// Which accesses are asked for: a number where one of them is none that the RFC knows.
void print_access(Line& line, uint32_t asked) {
  constexpr uint32_t known = 0x3f;
  if (asked == 0) return;
  if ((asked & ~known) != 0) {
    line.put(' ', Hex{asked, 4});
    return;
  }
  line.put(' ', NamedBits{access_name_table, asked, "", "|"});
}

void print_read(Line& line, Message& message) {
  message.file_handle();
  if (message.version_3()) {
    const uint64_t offset = message.long_word();
    line.put(' ', message.word(), " bytes @ ", offset);
  } else {
    const uint32_t offset = message.word();
    line.put(' ', message.word(), " bytes @ ", offset);
  }
}

void print_write(Line& line, Message& message) {
  message.file_handle();
  if (message.version_3()) {
    const uint64_t offset = message.long_word();
    const uint32_t count = message.word();
    line.put(' ', message.peek(1), " (", count, ") bytes @ ", offset);
    if (line.options.verbose > 0) line.put(" <", Named{stable_names, message.word()}, '>');
    return;
  }
  // The first and the third word were given up already in RFC 1094.
  const uint32_t begin = message.word(), offset = message.word(), total = message.word();
  line.put(' ', message.peek(), " (", total, ") bytes @ ", offset, " (", begin, ')');
}

void print_symbolic_link(Line& line, Message& message) {
  message.handle_and_name();
  line.put(" ->");
  // In version 3 the attributes stand before the name, in version 2 behind it.
  if (!message.version_3()) return message.file_name();
  Message attributes = message;
  message.new_attributes(0);
  message.file_name();
  attributes.new_attributes(line.options.verbose);
}

void print_node(Line& line, Message& message) {
  constexpr uint32_t block = 4, character = 3;
  message.handle_and_name();
  const uint32_t type = message.word();
  Message attributes = message;
  message.new_attributes(0);
  line.put(' ', Named{file_type_names, type, "unk-ft "});
  if (line.options.verbose > 0 && (type == block || type == character)) {
    const uint32_t major = message.word();
    line.put(' ', major, '/', message.word());
  }
  attributes.new_attributes(line.options.verbose);
}

void print_directory(Line& line, Message& message) {
  message.file_handle();
  if (message.version_3()) {
    const uint64_t cookie = message.long_word();
    const uint64_t verifier = message.long_word();
    line.put(' ', message.word(), " bytes @ ", cookie);
    if (line.options.verbose > 0) line.put(" verf ", Hex{verifier, 16});
    return;
  }
  const uint32_t cookie = message.word();
  line.put(' ', message.word(), " bytes @ ", cookie);
}

void print_directory_plus(Line& line, Message& message) {
  message.file_handle();
  const uint64_t cookie = message.long_word();
  const uint64_t verifier = message.long_word();
  line.put(' ', message.word(), " bytes @ ", cookie);
  if (line.options.verbose > 0) line.put(" max ", message.word(), " verf ", Hex{verifier, 16});
}

}  // namespace

void print_request(Line& line, View, uint32_t procedure, Message& message) {
  switch (procedure) {
    case get_attributes:
    case set_attributes:
    case read_link:
    case file_system_status:
    case file_system_info:
    case path_configuration: return message.file_handle();
    case lookup:
    case create:
    case make_directory:
    case remove:
    case remove_directory: return message.handle_and_name();
    case access: {
      message.file_handle();
      return print_access(line, message.word());
    }
    case read: return print_read(line, message);
    case write: return print_write(line, message);
    case make_symbolic_link: return print_symbolic_link(line, message);
    case make_node: return print_node(line, message);
    case rename:
      message.handle_and_name();
      line.put(" ->");
      return message.handle_and_name();
    case link:
      message.file_handle();
      line.put(" ->");
      return message.handle_and_name();
    case read_directory: return print_directory(line, message);
    case read_directory_plus: return print_directory_plus(line, message);
    case commit: return print_read(line, message);
    default: return;
  }
}

}  // namespace wiretale::nfs
