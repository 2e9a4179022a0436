// Summarizing a file: one pass over the packets, and beside it one over the bytes for the digests.
#include "files/summary.h"

#include <openssl/evp.h>
#include <pcap/pcap.h>
#include <sys/stat.h>

#include <cstdio>
#include <future>

#include "base/text.h"
#include "files/options.h"

namespace wiretale {
namespace {

class Digest {
 public:
  explicit Digest(const EVP_MD* kind) : state_(EVP_MD_CTX_new()) {
    EVP_DigestInit_ex(state_.get(), kind, nullptr);
  }
  void add(Bytes bytes) { EVP_DigestUpdate(state_.get(), bytes.data(), bytes.size()); }
  [[nodiscard]] std::string hexadecimal() {
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    EVP_DigestFinal_ex(state_.get(), digest, &size);
    Text text(2 * EVP_MAX_MD_SIZE);
    for (const uint8_t byte : Bytes{digest, size}) text.put(Hex{byte, 2});
    return std::string(text.view());
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX* s) { EVP_MD_CTX_free(s); })> state_;
};

std::optional<Digests> digests_of(const std::string& path) {
  const std::unique_ptr<std::FILE, decltype([](std::FILE* f) { std::fclose(f); })> file(
      std::fopen(path.c_str(), "rbe"));
  if (!file) return {};
  Digest sha256(EVP_sha256()), sha1(EVP_sha1());
  std::vector<uint8_t> piece(1 << 18);
  while (const size_t got = std::fread(piece.data(), 1, piece.size(), file.get())) {
    sha256.add(Bytes{piece}.first(got));
    sha1.add(Bytes{piece}.first(got));
  }
  if (std::ferror(file.get()) != 0) return {};
  return Digests{sha256.hexadecimal(), sha1.hexadecimal()};
}

void add(FileSummary& summary, const Source& source, const Packet& packet, Time& previous) {
  ++summary.packets;
  summary.wire_bytes += packet.wire_length;
  summary.captured_bytes += packet.bytes.size();
  if (packet.bytes.size() < packet.wire_length) ++summary.cut_packets;
  if (packet.interface >= summary.packets_of_interface.size())
    summary.packets_of_interface.resize(packet.interface + 1u);
  ++summary.packets_of_interface[packet.interface];
  if (const PacketNote* note = find_note(source, packet.number)) {
    if (!comments_of(*note).empty()) ++summary.commented_packets;
    if (!note->has_time) return;
  }
  if (summary.first && packet.time < previous) summary.in_time_order = false;
  previous = packet.time;
  summary.first = std::min(summary.first.value_or(packet.time), packet.time);
  summary.last = std::max(summary.last.value_or(packet.time), packet.time);
}

}  // namespace

std::optional<Duration> FileSummary::duration() const {
  if (!first) return {};
  return *last - *first;
}

std::expected<FileSummary, Error> summarize(const std::string& path, WithDigests with) {
  auto source = open_capture(path);
  if (!source) return std::unexpected(source.error());
  FileSummary summary;
  std::future<std::optional<Digests>> digests;
  struct stat status {};
  if (path != "-" && stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) {
    summary.file_bytes = static_cast<uint64_t>(status.st_size);
    if (with == WithDigests::Yes) digests = std::async(std::launch::async, digests_of, path);
  }
  const auto batch = std::make_unique<Batch>();
  Time previous;
  while (true) {
    const auto count = (*source)->read(*batch);
    if (!count) return std::unexpected(count.error());
    if (*count == 0) break;
    for (const Packet& packet : batch->packets()) add(summary, **source, packet, previous);
  }
  summary.facts = *(*source)->files()[0];
  summary.interfaces = (*source)->interfaces();
  summary.packets_of_interface.resize(summary.interfaces.size());
  summary.damage = (*source)->damage();
  if (digests.valid()) summary.digests = digests.get();
  return summary;
}

std::string link_type_name(uint16_t link_type) {
  // The few link types whose number in files differs from libpcap's own (DLT_*) on Linux.
  constexpr std::pair<uint16_t, int> different[] = {{100, 11}, {101, 12}, {102, 15}, {103, 16}, {106, 19}};
  int number = link_type;
  for (const auto& [in_file, own] : different)
    if (in_file == link_type) number = own;
  const char* name = pcap_datalink_val_to_description(number);
  return name != nullptr ? name : text_of("link type ", link_type);
}

}  // namespace wiretale
