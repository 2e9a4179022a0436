// -z follow: what the two ends of a stream sent each other.
#include "statistics/spooled_text.h"
#include "statistics/stream_follower.h"
#include "statistics/tshark/all.h"

namespace wiretale {
namespace {

class Follow final : public Statistic {
 public:
  Follow(const FollowRequest& request, StatisticFilter filter)
      : what_(text_of(request.protocol, ',', request.form_name)),
        filter_(request.filter),
        form_(request.form, request.first, request.last),
        follower_(request, std::move(filter), [this](const FollowedPiece& piece) {
          form_.piece(pieces_.text(), piece);
          pieces_.settle();
        }) {}

  StatisticNeeds needs() const override { return follower_.needs(); }
  void add(const SeenPacket& seen) override { follower_.add(seen); }
  void report(Text& text) override {
    form_.head(text, what_, filter_, follower_.ends());
    pieces_.give([&](std::string_view part) { text.put(part); });
    form_.foot(text);
  }

 private:
  std::string what_, filter_;
  FollowText form_;
  SpooledText pieces_;
  StreamFollower follower_;
};

}  // namespace

MadeStatistic make_follow(const StatisticArgument& argument) {
  const auto request = parse_follow(argument.rest);
  if (!request)
    return std::unexpected(
        StatisticError{request.error().value_or("what to follow is one of tcp, udp, http, http2, tls, dccp, "
                                                "quic: for example -z follow,tcp,ascii,0")});
  auto filter = StatisticFilter::make(request->stream ? std::string_view{} : request->filter);
  if (!filter) return std::unexpected(std::move(filter.error()));
  return std::make_unique<Follow>(*request, std::move(*filter));
}

}  // namespace wiretale
