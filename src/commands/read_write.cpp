// Writing the shown packets to files.
#include "commands/read_write.h"

#include <unistd.h>

#include <ctime>

namespace wiretale {
namespace {

struct FormatName {
  std::string_view name;
  WriteFormat format;
};
constexpr FormatName formats[] = {{"pcapng", WriteFormat::Pcapng},
                                  {"pcap", WriteFormat::PcapMicro},
                                  {"libpcap", WriteFormat::PcapMicro},
                                  {"nsecpcap", WriteFormat::PcapNano},
                                  {"nseclibpcap", WriteFormat::PcapNano}};

}  // namespace

std::expected<ReadWriter, Error> ReadWriter::make(const ReadOptions& options) {
  if (options.write_format.empty()) return ReadWriter(options, WriteFormat::Pcapng);
  for (const FormatName& each : formats)
    if (each.name == options.write_format) return ReadWriter(options, each.format);
  return std::unexpected(Error{text_of("-F ", options.write_format, ": files of this form cannot be written"),
                               "it is one of pcapng, pcap, nsecpcap"});
}

std::string ReadWriter::next_name() {
  ++files_;
  if (!options_.has_ring()) return options_.write_file;
  // "x.pcapng" becomes "x_00001_20250101120000.pcapng".
  const std::string& path = options_.write_file;
  const size_t slash = path.find_last_of('/'), dot = path.find_last_of('.');
  const size_t end =
      dot == std::string::npos || (slash != std::string::npos && dot < slash) ? path.size() : dot;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char date[32];
  const size_t size = std::strftime(date, sizeof date, "%Y%m%d%H%M%S", &local);
  return text_of(std::string_view{path}.substr(0, end), '_', Padded{files_, 5, '0'}, '_',
                 std::string_view{date, size}, std::string_view{path}.substr(end));
}

std::expected<void, Error> ReadWriter::open_next(const Source& source) {
  const std::string name = next_name();
  WriterOptions options{.format = format_, .interfaces = source.interfaces(), .section = {}};
  if (format_ != WriteFormat::Pcapng) {
    if (options.interfaces.empty()) options.interfaces.emplace_back();
    for (const Interface& each : options.interfaces)
      if (each.link_type != options.interfaces.front().link_type)
        return std::unexpected(
            Error{text_of(name, ": a pcap file has one link type, these packets have several"),
                  "write pcapng instead: -F pcapng"});
    options.interfaces.resize(1);
  } else if (!source.files().empty() && !source.files().front()->sections.empty()) {
    options.section = source.files().front()->sections.front();
  }
  if (!options_.capture_comment.empty()) options.section.comments.push_back(options_.capture_comment);
  opened_ = std::chrono::steady_clock::now();
  auto created = Writer::create(name, std::move(options));
  if (!created) return std::unexpected(created.error());
  writer_ = std::move(*created);
  secrets_ = names_ = 0;
  if (!options_.has_ring() || options_.ring_files == 0) return {};
  ring_.push_back(name);
  if (ring_.size() > options_.ring_files) {
    ::unlink(ring_.front().c_str());
    ring_.erase(ring_.begin());
  }
  return {};
}

/// Tells a pcapng file what the source learned since.
std::expected<void, Error> ReadWriter::keep_up(const Source& source) {
  if (format_ != WriteFormat::Pcapng) return {};
  for (size_t i = writer_->interfaces(); i < source.interfaces().size(); ++i)
    if (auto added = writer_->add_interface(source.interfaces()[i]); !added) return added;
  if (source.files().empty()) return {};
  const FileFacts& facts = *source.files().front();
  for (; secrets_ < facts.secrets.size(); ++secrets_)
    if (auto written = writer_->write_secrets(facts.secrets[secrets_]); !written) return written;
  if (names_ < facts.names.size()) {
    if (auto written = writer_->write_names(std::span{facts.names}.subspan(names_)); !written) return written;
    names_ = facts.names.size();
  }
  return {};
}

bool ReadWriter::is_full(const Packet& packet) const {
  if (!options_.has_ring() || writer_->packets() == 0) return false;
  return (options_.ring_packets != 0 && writer_->packets() >= options_.ring_packets) ||
         (options_.ring_bytes != 0 && writer_->bytes() >= options_.ring_bytes) ||
         (options_.ring_seconds != 0 && options_.captures.empty() &&
          packet.time - first_ >= seconds(static_cast<int64_t>(options_.ring_seconds)));
}

// As dumpcap does: the next file begins at once, even if no packet follows.
std::expected<ReadWriter::Progress, Error> ReadWriter::next_file(const Source& source) {
  if (auto done = writer_->finish(); !done) return std::unexpected(done.error());
  writer_.reset();
  if (options_.stop_files != 0 && files_ >= options_.stop_files) return Progress::Stop;
  if (auto opened = open_next(source); !opened) return std::unexpected(opened.error());
  return Progress::GoOn;
}

std::expected<ReadWriter::Progress, Error> ReadWriter::tick(const Source& source) {
  using namespace std::chrono_literals;
  const auto now = std::chrono::steady_clock::now();
  if (!writer_) {
    if (auto opened = open_next(source); !opened) return std::unexpected(opened.error());
  } else if (options_.ring_seconds != 0 && now - opened_ >= std::chrono::seconds(options_.ring_seconds)) {
    if (const auto next = next_file(source); !next || *next == Progress::Stop) return next;
  }
  if (now - flushed_ < 500ms) return Progress::GoOn;
  flushed_ = now;
  if (auto flushed = writer_->flush(); !flushed) return std::unexpected(flushed.error());
  return Progress::GoOn;
}

std::expected<ReadWriter::Progress, Error> ReadWriter::write(const Source& source, const Packet& packet) {
  if (!writer_) {
    if (auto opened = open_next(source); !opened) return std::unexpected(opened.error());
    first_ = packet.time;
  }
  if (auto told = keep_up(source); !told) return std::unexpected(told.error());
  if (auto written = writer_->write(packet, find_note(source, packet.number)); !written)
    return std::unexpected(written.error());
  if (is_full(packet)) {
    const auto next = next_file(source);
    first_ = packet.time;
    return next;
  }
  if (options_.stop_bytes != 0 && writer_->bytes() >= options_.stop_bytes) return Progress::Stop;
  if (options_.stop_seconds != 0 &&
      packet.time - first_ >= seconds(static_cast<int64_t>(options_.stop_seconds)))
    return Progress::Stop;
  return Progress::GoOn;
}

std::expected<void, Error> ReadWriter::finish(const Source& source) {
  if (!writer_ && files_ == 0)
    if (auto opened = open_next(source); !opened) return opened;
  if (!writer_) return {};
  if (auto told = keep_up(source); !told) return told;
  for (size_t i = 0; i < source.interfaces().size() && !options_.captures.empty(); ++i)
    writer_->set_statistics(i, source.interfaces()[i].received, source.interfaces()[i].dropped);
  auto done = writer_->finish();
  writer_.reset();
  return done;
}

}  // namespace wiretale
