// The results in NFS replies (RFC 1094 2.2, RFC 1813 3.3).
#include "protocols/application/nfs/message.h"
#include "protocols/application/nfs/nfs_names.h"

namespace wiretale::nfs {
namespace {

void print_made(Line& line, Message& message, bool failed) {
  const int verbose = line.options.verbose;
  if (!message.version_3()) {
    if (failed) return;
    message.file_handle();
    return message.attributes(verbose);
  }
  if (failed) return message.attributes_before_and_after(verbose);
  if (message.word() == 0) return;
  message.file_handle();
  message.attributes_after(verbose);
  if (verbose > 1) {
    line.put(" dir attr:");
    message.attributes_before_and_after(verbose);
  }
}

void print_read(Line& line, Message& message, bool failed) {
  const int verbose = line.options.verbose;
  if (!message.version_3()) {
    if (!failed) message.attributes(verbose);
    return;
  }
  message.attributes_after(verbose);
  if (failed || verbose == 0) return;
  const uint32_t count = message.word();
  line.put(' ', count, " bytes", message.word() != 0 ? " EOF" : "");
}

void print_written(Line& line, Message& message, bool failed) {
  const int verbose = line.options.verbose;
  if (!message.version_3()) {
    if (!failed) message.attributes(verbose);
    return;
  }
  message.attributes_before_and_after(verbose);
  if (failed || verbose == 0) return;
  line.put(' ', message.word(), " bytes");
  if (verbose == 1) return;
  const uint32_t kept = message.word();
  line.put(" <", Named{stable_names, kept}, "> verf ", Hex{message.long_word()});
}

void print_directory(Line& line, Message& message, bool failed) {
  const int verbose = line.options.verbose;
  if (!message.version_3()) {
    if (failed) return;
    if (line.options.quiet) return;
    const uint32_t offset = message.word();
    line.put(" offset 0x", Hex{offset}, " size ", message.peek(0), message.peek(1) != 0 ? "  eof" : " ");
    return;
  }
  if (verbose > 0) line.put(" POST:");
  message.attributes_after(verbose);
  if (!failed && verbose > 1) line.put(" verf ", Hex{message.long_word(), 16});
}

void print_file_system_status(Line& line, Message& message, bool failed) {
  if (message.version_3()) {
    if (line.options.verbose > 0) line.put(" POST:");
    message.attributes_after(line.options.verbose);
  }
  if (failed) return;
  if (!message.version_3()) {
    message.need(5);
    line.put(" tsize ", message.peek(0), " bsize ", message.peek(1), " blocks ", message.peek(2), " bfree ",
             message.peek(3), " bavail ", message.peek(4));
    return;
  }
  message.need(13);
  const uint64_t total = message.long_word(), free = message.long_word(), available = message.long_word();
  line.put(" tbytes ", total, " fbytes ", free, " abytes ", available);
  if (line.options.verbose == 0) return;
  const uint64_t total_files = message.long_word(), free_files = message.long_word(),
                 available_files = message.long_word();
  line.put(" tfiles ", total_files, " ffiles ", free_files, " afiles ", available_files, " invar ",
           message.word());
}

void print_file_system_info(Line& line, Message& message, bool failed) {
  if (line.options.verbose > 0) line.put(" POST:");
  message.attributes_after(line.options.verbose);
  if (failed) return;
  message.need(12);
  line.put(" rtmax ", message.peek(0), " rtpref ", message.peek(1), " wtmax ", message.peek(3), " wtpref ",
           message.peek(4), " dtpref ", message.peek(6));
  if (line.options.verbose == 0) return;
  const uint32_t read_multiple = message.peek(2), write_multiple = message.peek(5);
  message.skip(7);
  const uint64_t largest = message.long_word();
  line.put(" rtmult ", read_multiple, " wtmult ", write_multiple, " maxfsz ", largest);
  const uint32_t seconds = message.word();
  line.put(" delta ", seconds, '.', Padded{message.word(), 6, '0'}, ' ');
}

void print_path_configuration(Line& line, Message& message, bool failed) {
  if (line.options.verbose > 0) line.put(" POST:");
  message.attributes_after(line.options.verbose);
  if (failed) return;
  message.need(6);
  line.put(" linkmax ", message.peek(0), " namemax ", message.peek(1));
  constexpr std::string_view properties[] = {"notrunc", "chownres", "igncase", "keepcase"};
  message.skip(2);
  for (const std::string_view property : properties)
    line.put(' ', message.word() != 0 ? property : std::string_view());
}

void print_results(Line& line, uint32_t procedure, Message& message, bool failed) {
  const int verbose = line.options.verbose;
  switch (procedure) {
    case get_attributes:
      if (!failed) message.attributes(1);
      return;
    case set_attributes:
      if (message.version_3()) return message.attributes_before_and_after(verbose);
      if (!failed) message.attributes(1);
      return;
    case lookup:
      if (!message.version_3()) {
        if (failed) return;
        message.file_handle();
        return message.attributes(verbose);
      }
      if (!failed) {
        message.file_handle();
        message.attributes_after(verbose);
      }
      if (verbose > 1) {
        line.put(" post dattr:");
        message.attributes_after(verbose);
      }
      return;
    case access:
      if (verbose > 0) line.put(" attr:");
      message.attributes_after(verbose);
      if (!failed) line.put(" c ", Hex{message.word(), 4});
      return;
    case read_link:
      if (failed) return;
      if (message.version_3()) message.attributes_after(verbose);
      line.put(' ');
      return message.file_name();
    case read: return print_read(line, message, failed);
    case write: return print_written(line, message, failed);
    case make_symbolic_link:
      if (!message.version_3()) return;
      return print_made(line, message, failed);
    case create:
    case make_directory:
    case make_node: return print_made(line, message, failed);
    case remove:
    case remove_directory:
      if (message.version_3()) message.attributes_before_and_after(verbose);
      return;
    case rename:
      if (!message.version_3() || verbose == 0) return;
      line.put(" from:");
      message.attributes_before_and_after(verbose);
      line.put(" to:");
      return message.attributes_before_and_after(verbose);
    case link:
      if (!message.version_3() || verbose == 0) return;
      line.put(" file POST:");
      message.attributes_after(verbose);
      line.put(" dir:");
      return message.attributes_before_and_after(verbose);
    case read_directory:
    case read_directory_plus: return print_directory(line, message, failed);
    case file_system_status: return print_file_system_status(line, message, failed);
    case file_system_info: return print_file_system_info(line, message, failed);
    case path_configuration: return print_path_configuration(line, message, failed);
    case commit: return message.attributes_before_and_after(verbose);
    default: return;
  }
}

}  // namespace

void print_reply(Line& line, uint32_t procedure, Message& message) {
  const uint32_t status = message.word();
  const bool failed = status != 0;
  if (failed) line.put(" ERROR: ", Named{status_names, status, "unk "});
  // What is missing behind an error is not worth a mark.
  try {
    print_results(line, procedure, message, failed);
  } catch (const Truncated&) {
    if (!failed) throw;
    return;
  }
  if (procedure == commit && line.options.verbose > 1) {
    const uint64_t verifier = message.long_word();
    line.put(" verf ", Hex{verifier});
  }
}

}  // namespace wiretale::nfs
