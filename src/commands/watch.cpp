// wiretale watch: the findings of diagnose on live traffic, as they arise and resolve.
#include <getopt.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <deque>
#include <map>
#include <optional>

#include "base/escapes.h"
#include "capture/live_source.h"
#include "capture/privileges.h"
#include "commands/commands.h"
#include "findings/engine.h"
#include "pipeline/pipeline.h"

namespace wiretale {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::string_view help =
    "usage: wiretale watch [--on INTERFACE] [--filter EXPRESSION] [--window TIME] [--duration TIME] "
    "[--ndjson]\n"
    "\n"
    "  sudo wiretale watch                                what is wrong on this machine, as it happens\n"
    "  sudo wiretale watch --on eth0 --filter 'port 53'   only DNS on eth0\n"
    "  sudo wiretale watch --ndjson --duration 60         a minute, one JSON object each line, for programs\n"
    "\n"
    "Looks each second at the packets of the last 30 seconds, as diagnose would, and says what is new and "
    "what is over.\n"
    "Nothing is written to disk.\n"
    "\n"
    "  --on INTERFACE        one interface (any: all of them, which is usual)\n"
    "  --filter EXPRESSION   packets that match, in tcpdump's language\n"
    "  --window SECONDS      how long a finding is looked for (30)\n"
    "  --duration SECONDS    ends then; else with Ctrl-C\n"
    "  --ndjson              JSON, with \"schema\":\"wiretale/watch/1\"\n"
    "  -h, --help            this text\n"
    "\n"
    "  exit codes  0 done, 2 usage, 3 not allowed to capture\n";

LiveSource* signalled_source = nullptr;
void stop_watching(int) {
  if (signalled_source != nullptr) signalled_source->stop();
}

/// The packets of the last seconds, copied. Memory is bounded: the oldest go first.
class Window final : public Source {
 public:
  explicit Window(const LiveSource& live) : live_(live) {}
  void add(const Packet& packet) {
    kept_.push_back({packet, {packet.bytes.begin(), packet.bytes.end()}});
    bytes_ += packet.bytes.size() + sizeof(Kept);
    while (bytes_ > most_bytes) drop_oldest();
  }
  void forget_before(Time time) {
    while (!kept_.empty() && kept_.front().packet.time < time) drop_oldest();
  }
  void rewind() { next_ = 0; }
  [[nodiscard]] std::expected<size_t, Error> read(Batch& batch) override {
    for (batch.count = 0; batch.count < Batch::capacity && next_ < kept_.size(); ++next_) {
      Packet& packet = batch.all[batch.count++];
      packet = kept_[next_].packet;
      packet.bytes = kept_[next_].bytes;
      packet.layers.count = 0;
      packet.flow = 0;
    }
    return batch.count;
  }
  [[nodiscard]] const std::vector<Interface>& interfaces() const override { return live_.interfaces(); }
  [[nodiscard]] const std::vector<Damage>& damage() const override { return live_.damage(); }

 private:
  struct Kept {
    Packet packet;
    std::vector<uint8_t> bytes;
  };
  void drop_oldest() {
    bytes_ -= kept_.front().bytes.size() + sizeof(Kept);
    kept_.pop_front();
  }
  static constexpr size_t most_bytes = 128 << 20;
  const LiveSource& live_;
  std::deque<Kept> kept_;
  size_t next_ = 0, bytes_ = 0;
};

struct WatchOptions {
  CaptureOptions capture{.device = "any"};
  std::chrono::seconds window{30}, duration{0};
  bool ndjson = false, help = false;
};

/// Remembers which findings stand.
class Standing {
 public:
  explicit Standing(bool ndjson) : ndjson_(ndjson) {}
  /// A finding counts when two looks in a row have it: the end of the window may cut an answer off.
  void update(std::span<const Finding> findings) {
    std::map<std::string, const Finding*> now;
    for (const Finding& finding : findings)
      if (finding.severity != Severity::Info) now.emplace(key_of(finding), &finding);
    for (const auto& [key, finding] : now) {
      auto& known = known_[key];
      if (++known.looks == 2) say("arises", *finding);
      known.last = *finding;
    }
    std::erase_if(known_, [&](const auto& entry) {
      if (now.contains(entry.first)) return false;
      if (entry.second.looks >= 2) say("resolves", *entry.second.last);
      return true;
    });
  }

 private:
  struct Known {
    unsigned looks = 0;
    std::optional<Finding> last;
  };
  static std::string key_of(const Finding& finding) {
    const auto side = [](const Address& address) {
      return std::string(reinterpret_cast<const char*>(address.bytes.data()), address.bytes.size());
    };
    return text_of(static_cast<unsigned>(finding.kind), ' ', finding.ends.server_port, ' ') +
           side(finding.ends.client) + side(finding.ends.server);
  }
  void say(std::string_view event, const Finding& finding) const {
    const KindInfo& info = info_of(finding.kind);
    Text text;
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    char clock[16];
    localtime_r(&now, &local);
    const size_t length = std::strftime(clock, sizeof clock, "%H:%M:%S", &local);
    if (ndjson_) {
      text.put("{\"schema\":\"wiretale/watch/1\",\"time\":", int64_t{now}, ",\"event\":\"", event,
               "\",\"kind\":");
      append_json_string(text, info.name);
      text.append(",\"what\":");
      append_json_string(text, finding.what);
      text.append("}\n");
    } else {
      text.put(std::string_view{clock, length}, ' ', Left{event, 9}, Left{info.name, 22}, ' ', finding.what,
               '\n');
    }
    std::fwrite(text.view().data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }

  bool ndjson_;
  std::map<std::string, Known> known_;
};

void look(Window& window, Standing& standing) {
  Diagnosis diagnosis;
  Pipeline pipeline({.most_flows = 100'000});
  pipeline.add(diagnosis);
  diagnosis.set_table(pipeline.flows());
  window.rewind();
  (void)pipeline.run(window);
  pipeline.finish();
  standing.update(diagnosis.findings());
}

std::expected<WatchOptions, std::string> parse(int argc, char** argv) {
  enum Option { On = 256, Filter, WindowOption, DurationOption, Ndjson };
  static const option options[] = {{"on", required_argument, nullptr, On},
                                   {"filter", required_argument, nullptr, Filter},
                                   {"window", required_argument, nullptr, WindowOption},
                                   {"duration", required_argument, nullptr, DurationOption},
                                   {"ndjson", no_argument, nullptr, Ndjson},
                                   {"help", no_argument, nullptr, 'h'},
                                   {}};
  WatchOptions result;
  optind = 0;
  opterr = 0;
  for (int name; (name = getopt_long(argc, argv, "h", options, nullptr)) != -1;) {
    const std::string_view value = optarg == nullptr ? "" : optarg;
    unsigned seconds = 0;
    switch (name) {
      case On: result.capture.device = value; break;
      case Filter: result.capture.filter = value; break;
      case Ndjson: result.ndjson = true; break;
      case 'h': result.help = true; return result;
      case WindowOption:
      case DurationOption:
        if (std::from_chars(value.data(), value.data() + value.size(), seconds).ec != std::errc{} ||
            seconds == 0)
          return std::unexpected(text_of("not a number of seconds: ", value));
        (name == WindowOption ? result.window : result.duration) = std::chrono::seconds(seconds);
        break;
      default: return std::unexpected(text_of("unknown option ", std::string_view{argv[optind - 1]}));
    }
  }
  if (optind < argc) return std::unexpected(text_of("what is ", std::string_view{argv[optind]}, "?"));
  return result;
}

int watch(const WatchOptions& options, LiveSource& source) {
  Window window(source);
  Standing standing(options.ndjson);
  const auto batch = std::make_unique<Batch>();
  const auto began = Clock::now();
  auto looked = began;
  while (!source.ended()) {
    if (const auto done = source.read_for(*batch, 200ms); !done) {
      std::fputs(text_of("error: ", done.error().what, '\n').c_str(), stderr);
      return 3;
    }
    for (const Packet& packet : batch->packets()) window.add(packet);
    const auto now = Clock::now();
    if (options.duration.count() != 0 && now - began >= options.duration) source.stop();
    if (now - looked < 1s && !source.ended()) continue;
    looked = now;
    timespec clock{};
    clock_gettime(CLOCK_REALTIME, &clock);
    window.forget_before({int64_t{clock.tv_sec - options.window.count()} * 1'000'000'000});
    look(window, standing);
  }
  return 0;
}

}  // namespace

int run_watch(int argc, char** argv) {
  auto options = parse(argc, argv);
  if (!options) {
    std::fputs(text_of("error: ", options.error(), "\n  wiretale watch -h shows the options\n").c_str(),
               stderr);
    return 2;
  }
  if (options->help) return std::fputs(std::string(help).c_str(), stdout) < 0 ? 3 : 0;
  options->capture.awaits_return = true;
  options->capture.promiscuous = false;
  std::vector<std::string> warnings;
  auto source = LiveSource::open({options->capture}, warnings);
  if (!source) {
    std::fputs(text_of("error: ", source.error().what, "\n  ", source.error().next_step, '\n').c_str(),
               stderr);
    return 3;
  }
  signalled_source = source->get();
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, stop_watching);
  if (auto dropped = drop_privileges(); !dropped)
    std::fputs(text_of("warning: ", dropped.error().what, '\n').c_str(), stderr);
  std::fputs(text_of("watching ", options->capture.device, '\n').c_str(), stderr);
  const int status = watch(*options, **source);
  signalled_source = nullptr;
  return status;
}

}  // namespace wiretale
