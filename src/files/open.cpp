// Opening a capture: which format, which compression, and what to say when it is neither.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "files/file_source.h"

namespace wiretale {
namespace {

/// A format that is known but not read, by how its files begin.
struct ForeignFormat {
  std::string_view begin, is, next_step;
};
constexpr std::string_view convert = "convert it with Wireshark's editcap:  editcap IN OUT.pcapng";
constexpr ForeignFormat foreign_formats[] = {
    {"snoop\0", "a Solaris snoop capture", convert},
    {"GMBU", "a Microsoft Network Monitor capture", convert},
    {"RTSS", "a Microsoft Network Monitor capture", convert},
    {"XCP\0", "a NetXRay/Sniffer capture", convert},
    {"TRSNIFF data", "a Sniffer capture", convert},
    {"\xfd"
     "7zXZ",
     "compressed with xz, which is not read on the fly",
     "unpack it on the way:  xz -dc FILE | wiretale COMMAND -"},
    {"BZh", "compressed with bzip2, which is not read on the fly",
     "unpack it on the way:  bzip2 -dc FILE | wiretale COMMAND -"},
    {"PK\x03\x04", "a zip archive", "unpack it first:  unzip FILE"},
    {"\x7f"
     "ELF",
     "a program", ""},
};

std::unexpected<Error> not_a_capture(const std::string& name, Bytes begin) {
  const std::string_view text{reinterpret_cast<const char*>(begin.data()), begin.size()};
  for (const ForeignFormat& format : foreign_formats)
    if (text.starts_with(format.begin))
      return std::unexpected(Error{text_of(name, " is ", format.is), std::string(format.next_step)});
  Text bytes;
  for (const uint8_t byte : begin.first(std::min<size_t>(begin.size(), 4))) bytes.put(' ', Hex{byte, 2});
  return std::unexpected(
      Error{text_of(name, " is not a capture file: it begins with", bytes.view(), ", pcap and pcapng do not"),
            "see what it is:  file " + name});
}

/// The first bytes of a stream, taken off it.
std::expected<std::vector<uint8_t>, std::string> first_bytes(ByteStream& stream) {
  std::vector<uint8_t> begin(16);
  size_t size = 0;
  while (size < begin.size()) {
    const auto got = stream.read(std::span(begin).subspan(size));
    if (!got) return std::unexpected(got.error());
    if (*got == 0) break;
    size += *got;
  }
  begin.resize(size);
  return begin;
}

std::expected<std::unique_ptr<Source>, Error> open_stream(std::unique_ptr<ByteStream> stream,
                                                          FileFacts facts) {
  const std::string name = facts.path == "-" ? "standard input" : facts.path;
  auto begin = first_bytes(*stream);
  if (begin && begin->empty())
    return std::unexpected(
        Error{name + " is empty (0 bytes)", "whatever wrote it captured nothing; capture again"});
  if (begin) {
    facts.compression = compression_of(*begin);
    stream = rejoined(std::move(*begin), std::move(stream));
    if (facts.compression != Compression::None) {
      stream = decompressed(facts.compression, std::move(stream));
      begin = first_bytes(*stream);
      if (begin) stream = rejoined(*begin, std::move(stream));
    }
  }
  if (!begin) return std::unexpected(Error{name + " cannot be read: " + begin.error(), ""});
  Window window(std::move(stream));
  window.fill(16);
  const Bytes magic{window.data(), window.size()};
  if (is_pcap(magic)) return read_pcap(std::move(window), std::move(facts));
  if (is_pcapng(magic)) return read_pcapng(std::move(window), std::move(facts));
  return not_a_capture(name, magic);
}

std::string next_step_for(int error, const std::string& path) {
  switch (error) {
    case ENOENT: return "check the name:  ls -l " + path.substr(0, path.find_last_of('/') + 1);
    case EACCES: return "read it as its owner, or:  sudo chmod a+r " + path;
    default: return "";
  }
}

}  // namespace

std::expected<std::unique_ptr<Source>, Error> open_capture(const std::string& path) {
  FileFacts facts{.path = path};
  if (path == "-") return open_stream(file_stream(STDIN_FILENO, AtEnd::Keep), std::move(facts));
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    return std::unexpected(
        Error{text_of("cannot open ", path, ": ", std::strerror(error)), next_step_for(error, path)});
  }
  auto stream = file_stream(descriptor, AtEnd::Close);
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
    return std::unexpected(Error{path + " is a directory", "name the files in it:  " + path + "/*.pcap*"});
  return open_stream(std::move(stream), std::move(facts));
}

std::expected<std::unique_ptr<Source>, Error> open_memory(Bytes bytes, const std::string& name) {
  return open_stream(memory_stream(bytes), FileFacts{.path = name});
}

}  // namespace wiretale
