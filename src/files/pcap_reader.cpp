// Reading pcap files.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "files/source.h"

namespace wiretale {
namespace {

class WholeFile : public Source {
 public:
  explicit WholeFile(std::vector<uint8_t> bytes) : bytes_(std::move(bytes)) {
    little_ = bytes_[0] == 0xd4 || bytes_[0] == 0x4d;
    nano_ = bytes_[little_ ? 0 : 3] == 0x4d;
    interfaces_.push_back({.link_type = static_cast<uint16_t>(number(20))});
  }
  std::expected<size_t, Error> read(Batch& batch) override {
    batch.count = 0;
    while (batch.count < Batch::capacity && at_ + 16 <= bytes_.size()) {
      const size_t length = number(at_ + 8);
      if (at_ + 16 + length > bytes_.size()) break;
      Packet& packet = batch.all[batch.count++];
      packet = {};
      packet.time = {int64_t{number(at_)} * 1'000'000'000 + int64_t{number(at_ + 4)} * (nano_ ? 1 : 1000)};
      packet.number = ++packets_;
      packet.wire_length = number(at_ + 12);
      packet.link_type = interfaces_[0].link_type;
      packet.bytes = Bytes{bytes_}.subspan(at_ + 16, length);
      at_ += 16 + length;
    }
    return batch.count;
  }
  const std::vector<Interface>& interfaces() const override { return interfaces_; }
  const std::vector<Damage>& damage() const override { return damage_; }

 private:
  uint32_t number(size_t at) const { return little_ ? le32(&bytes_[at]) : be32(&bytes_[at]); }
  std::vector<uint8_t> bytes_;
  std::vector<Interface> interfaces_;
  std::vector<Damage> damage_;
  size_t at_ = 24;
  uint32_t packets_ = 0;
  bool little_, nano_;
};

}  // namespace

std::expected<std::unique_ptr<Source>, Error> open_capture(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.size() < 24) return std::unexpected(Error{path + ": not a capture", ""});
  return std::make_unique<WholeFile>(std::move(bytes));
}

}  // namespace wiretale
