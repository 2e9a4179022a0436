// Ctrl-C ends a watched source at the next batch, and nothing of what was read is lost.
#include "commands/watched_source.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include "packet/packet.h"

namespace wiretale {
namespace {

/// Never ends by itself.
class Endless final : public Source {
 public:
  std::expected<size_t, Error> read(Batch& batch) override {
    batch.count = 1;
    batch.all[0].number = ++number_;
    return size_t{1};
  }
  const std::vector<Interface>& interfaces() const override { return interfaces_; }
  const std::vector<Damage>& damage() const override { return damage_; }

 private:
  uint32_t number_ = 0;
  std::vector<Interface> interfaces_;
  std::vector<Damage> damage_;
};

/// Reads until the source ends, with a Ctrl-C after the third packet; the number of packets.
uint32_t read_interrupted() {
  const std::unique_ptr<Source> source = watch(std::make_unique<Endless>(), Progress::Hidden);
  const auto batch = std::make_unique<Batch>();
  uint32_t packets = 0;
  while (source->read(*batch).value_or(0) != 0)
    if (++packets == 3) std::raise(SIGINT);
  return packets;
}

TEST(WatchedSource, CtrlCEndsItAtTheNextBatch) {
  EXPECT_EXIT(std::exit(read_interrupted() == 3 && interrupted() ? 0 : 1), testing::ExitedWithCode(0), "");
}

TEST(WatchedSource, ASecondCtrlCEndsTheProgram) {
  EXPECT_EXIT(
      {
        (void)read_interrupted();
        std::raise(SIGINT);
        std::exit(0);
      },
      testing::KilledBySignal(SIGINT), "");
}

TEST(WatchedSource, FilesOpenedLaterHaveEnded) {
  EXPECT_EXIT(
      {
        (void)read_interrupted();
        const auto batch = std::make_unique<Batch>();
        std::exit(watch(std::make_unique<Endless>(), Progress::Hidden)->read(*batch).value_or(9) == 0 ? 0
                                                                                                      : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace wiretale
