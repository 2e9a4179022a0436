// http,tree, http_req,tree and http_srv,tree: HTTP messages by kind, by host and by server.
#include "statistics/tshark/all.h"
#include "statistics/tshark/http_messages.h"
#include "statistics/tshark/stat_tree.h"

namespace wiretale {
namespace {

class HttpTree : public TreeStatistic {
 public:
  HttpTree(std::string_view title, StatisticFilter filter) : TreeStatistic(title, std::move(filter)) {}
  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    messages_.add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

 protected:
  void see(const SeenPacket& seen) final {
    for (const HttpMessage& message : messages_.of(seen)) {
      counts();
      count(message);
    }
  }
  virtual void count(const HttpMessage& message) = 0;

  HttpMessages messages_;
};

class HttpPackets final : public HttpTree {
 public:
  HttpPackets(std::string_view, StatisticFilter filter) : HttpTree("HTTP/Packet Counter", std::move(filter)) {
    all_ = tree_.child(CounterTree::root, "Total HTTP Packets");
    requests_ = tree_.child(all_, "HTTP Request Packets");
    responses_ = tree_.child(all_, "HTTP Response Packets");
    others_ = tree_.child(all_, "Other HTTP Packets");
    constexpr std::string_view classes[] = {"???: broken",      "1xx: Informational", "2xx: Success",
                                            "3xx: Redirection", "4xx: Client Error",  "5xx: Server Error"};
    for (size_t i = 0; i < std::size(classes); ++i) classes_[i] = tree_.child(responses_, classes[i]);
  }

 private:
  void count(const HttpMessage& message) override {
    tree_.count(all_);
    if (message.status != 0) {
      tree_.count(responses_);
      const uint32_t family = message.status / 100;
      const CounterTree::Node node = classes_[family >= 1 && family <= 5 ? family : 0];
      tree_.count(node);
      tree_.count_child(node, text_of(message.status, ' ', message.status_words));
    } else if (!message.method.empty()) {
      tree_.count(requests_);
      tree_.count_child(requests_, message.method);
    } else {
      tree_.count(others_);
    }
  }
  CounterTree::Node all_, requests_, responses_, others_, classes_[6];
};

class HttpRequests final : public HttpTree {
 public:
  HttpRequests(std::string_view, StatisticFilter filter)
      : HttpTree("HTTP/Requests", std::move(filter)),
        all_(tree_.child(CounterTree::root, "HTTP Requests by HTTP Host")) {}

 private:
  void count(const HttpMessage& message) override {
    if (message.method.empty()) return;
    tree_.count(all_);
    if (!message.has_host) return;
    const CounterTree::Node host = tree_.count_child(all_, message.host);
    if (!message.target.empty()) tree_.count_child(host, message.target);
  }
  CounterTree::Node all_;
};

class HttpServers final : public HttpTree {
 public:
  HttpServers(std::string_view, StatisticFilter filter)
      : HttpTree("HTTP/Load Distribution", std::move(filter)),
        requests_(tree_.child(CounterTree::root, "HTTP Requests by Server")),
        by_address_(tree_.child(requests_, "HTTP Requests by Server Address")),
        by_host_(tree_.child(requests_, "HTTP Requests by HTTP Host")),
        responses_(tree_.child(CounterTree::root, "HTTP Responses by Server Address")) {}

 private:
  void count(const HttpMessage& message) override {
    constexpr uint32_t first_error = 400;
    if (!message.method.empty()) {
      tree_.count(requests_);
      tree_.count(by_address_);
      const CounterTree::Node server = tree_.count_child(by_address_, messages_.destination());
      if (!message.has_host) return;
      tree_.count_child(server, message.host);
      tree_.count(by_host_);
      tree_.count_child(tree_.count_child(by_host_, message.host), messages_.destination());
    } else if (message.status != 0) {
      tree_.count(responses_);
      const CounterTree::Node server = tree_.count_child(responses_, messages_.source());
      tree_.count_child(server, message.status > 100 && message.status < first_error ? "OK" : "KO");
    }
  }
  CounterTree::Node requests_, by_address_, by_host_, responses_;
};

}  // namespace

MadeStatistic make_http_tree(const StatisticArgument& argument) { return make_tree<HttpPackets>(argument); }
MadeStatistic make_http_requests(const StatisticArgument& argument) {
  return make_tree<HttpRequests>(argument);
}
MadeStatistic make_http_servers(const StatisticArgument& argument) {
  return make_tree<HttpServers>(argument);
}

}  // namespace wiretale
