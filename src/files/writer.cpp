// The writer: files, buffering, errors, and the pcap format.
#include "files/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "files/pcap_format.h"

namespace wiretale {
namespace {

std::string next_step_for(int error, const std::string& path) {
  switch (error) {
    case ENOSPC: return "free some space, or write elsewhere:  df -h " + path;
    case EACCES:
    case EROFS: return "write where you may, for example:  /tmp/" + path.substr(path.find_last_of('/') + 1);
    case ENOENT: return "make the directory first:  mkdir -p " + path.substr(0, path.find_last_of('/'));
    case EISDIR: return "name a file in it:  " + path + "/capture.pcapng";
    default: return "";
  }
}

}  // namespace

std::expected<std::unique_ptr<Writer>, Error> Writer::create(const std::string& path, WriterOptions options) {
  if (options.format != WriteFormat::Pcapng) {
    const auto differs = [&](const Interface& interface) {
      return interface.link_type != options.interfaces[0].link_type;
    };
    if (options.interfaces.empty() || std::ranges::any_of(options.interfaces, differs))
      return std::unexpected(
          Error{text_of("a pcap file has one link type, but these packets have ", options.interfaces.size()),
                "write pcapng, which can hold several"});
  }
  int descriptor = STDOUT_FILENO;
  if (path != "-") {
    descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) {
      const int error = errno;
      return std::unexpected(
          Error{text_of("cannot write ", path, ": ", std::strerror(error)), next_step_for(error, path)});
    }
  }
  std::unique_ptr<Writer> writer(new Writer(path, descriptor, std::move(options)));
  return writer;
}

std::unique_ptr<Writer> Writer::over(int descriptor, const std::string& path, WriterOptions options) {
  return std::unique_ptr<Writer>(new Writer(path, descriptor, std::move(options)));
}

bool Writer::disk_is_full() const { return file_.error() == ENOSPC || file_.error() == EDQUOT; }

Writer::Writer(std::string path, int descriptor, WriterOptions options)
    : path_(std::move(path)),
      format_(options.format),
      section_(std::move(options.section)),
      file_(descriptor, format_ == WriteFormat::Pcapng ? RecordFile::Form::Pcapng : RecordFile::Form::Pcap,
            RecordFile::Begin::Emptied) {
  if (format_ == WriteFormat::Pcapng) {
    write_section();
    for (const Interface& interface : options.interfaces) declare(interface);
  } else {
    interfaces_.push_back({.interface = std::move(options.interfaces[0])});
    write_pcap_header();
  }
}

Writer::~Writer() = default;

std::expected<void, Error> Writer::status() const {
  const int error = file_.error();
  if (error == 0) return {};
  return std::unexpected(Error{text_of("writing to ", name(), " failed after ", Grouped{file_.written()},
                                       " bytes: ", std::string_view{std::strerror(error)}),
                               next_step_for(error, path_)});
}

std::expected<void, Error> Writer::flush() {
  file_.flush();
  return status();
}

std::expected<void, Error> Writer::write(const Packet& packet, const PacketNote* note) {
  if (file_.error() != 0) return status();
  return format_ == WriteFormat::Pcapng ? write_pcapng(packet, note) : write_pcap(packet, note);
}

void Writer::write_pcap_header() {
  const Interface& interface = interfaces_[0].interface;
  const uint32_t words[] = {format_ == WriteFormat::PcapNano ? pcap_magic_nano : pcap_magic_micro,
                            2 | 4u << 16,  // version 2.4
                            0,
                            0,
                            interface.snap_length == 0 ? 262144 : interface.snap_length,
                            interface.link_type};
  static_assert(sizeof words == pcap_file_header);
  if (uint8_t* const at = room(sizeof words)) std::memcpy(at, words, sizeof words);
}

std::expected<void, Error> Writer::write_pcap(const Packet& packet, const PacketNote* note) {
  if (packet.link_type != interfaces_[0].interface.link_type) {
    return std::unexpected(
        Error{text_of(name(), ": packet ", Grouped{packet.number}, " has link type ", packet.link_type,
                      ", the pcap file ", interfaces_[0].interface.link_type),
              "write pcapng, which can hold several"});
  }
  const int64_t unit = format_ == WriteFormat::PcapNano ? 1 : 1000;
  int64_t second = packet.time.nanoseconds / 1'000'000'000, rest = packet.time.nanoseconds % 1'000'000'000;
  if (rest < 0) {
    rest += 1'000'000'000;
    --second;
  }
  int64_t fraction = rest / unit;
  if (note != nullptr && note->odd_time) {
    second = note->odd_time->seconds;
    fraction = static_cast<int64_t>(note->odd_time->fraction);
  }
  uint8_t* const at = room(16 + packet.bytes.size());
  if (at == nullptr) return status();
  const uint32_t words[] = {static_cast<uint32_t>(second), static_cast<uint32_t>(fraction),
                            static_cast<uint32_t>(packet.bytes.size()), packet.wire_length};
  std::memcpy(at, words, sizeof words);
  if (!packet.bytes.empty()) std::memcpy(at + sizeof words, packet.bytes.data(), packet.bytes.size());
  ++packets_;
  return {};
}

std::expected<void, Error> Writer::finish() {
  if (format_ == WriteFormat::Pcapng) {
    for (size_t i = 0; i < interfaces_.size(); ++i) write_statistics(i);
  }
  file_.close();
  return status();
}

}  // namespace wiretale
