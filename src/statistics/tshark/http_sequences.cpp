// http_seq,tree: which requests follow from which, by Referer and by Location.
#include <string>
#include <unordered_map>

#include "statistics/tshark/all.h"
#include "statistics/tshark/stat_tree.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

/// Where a Location leads (RFC 3986 5.2 without the removal of dots, as tshark shows it).
std::string target_of(std::string_view base, std::string_view location) {
  if (location.starts_with("http://") || location.starts_with("https://")) return std::string(location);
  const size_t scheme = base.find("://");
  if (location.starts_with("//"))
    return text_of(base.substr(0, scheme == base.npos ? 0 : scheme + 1), location);
  if (location.starts_with('#')) return text_of(base, location);
  base = base.substr(0, base.find('?'));
  if (location.empty() || location.starts_with('?')) return text_of(base, location);
  const size_t host = scheme == base.npos ? 0 : scheme + 3;
  if (location.starts_with('/')) return text_of(base.substr(0, base.find('/', host)), location);
  const size_t slash = base.rfind('/');
  if (slash == base.npos || slash < host) return text_of(base, '/', location);
  return text_of(base.substr(0, slash + 1), location);
}

class HttpSequences final : public TreeStatistic {
 public:
  HttpSequences(std::string_view, StatisticFilter filter)
      : TreeStatistic("HTTP/Request Sequences", std::move(filter)),
        all_(tree_.child(CounterTree::root, "HTTP Request Sequences")) {}

  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const NamedField* field : {&http_, &referer_, &uri_, &location_, &asked_uri_}) field->add_to(needs);
    filter_.add_needs(needs);
    return needs;
  }

 private:
  static constexpr size_t longest_path = 64, most_places = 1 << 20;
  using Path = std::vector<CounterTree::Node>;

  struct Message {
    std::string_view referer, uri, location, asked_uri;
    bool has_location = false;
  };

  void see(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    Message message;
    bool any = false;
    for (const FieldValue& value : seen.tree->values()) {
      if (http_.is(value) && value.level == 0) {
        if (any) count(message);
        any = true;
        message = {};
      }
      if (referer_.is(value)) message.referer = words_of(value);
      if (uri_.is(value)) message.uri = words_of(value);
      if (asked_uri_.is(value)) message.asked_uri = words_of(value);
      if (!location_.is(value)) continue;
      message.location = words_of(value);
      message.has_location = true;
    }
    if (any) count(message);
  }

  void count(const Message& message) {
    counts();  // the rates are of the time of all messages
    if (!message.referer.empty() && !message.uri.empty()) follow(message.referer, message.uri);
    if (message.has_location && !message.asked_uri.empty())
      follow(message.asked_uri, target_of(message.asked_uri, message.location));
  }

  /// Counts the whole way to the page that led to the other one.
  void follow(std::string_view from, std::string_view to) {
    tree_.count(all_);
    if (places_.size() > most_places) places_.clear();
    Path path = place_of(from);
    for (const CounterTree::Node node : path) tree_.count(node);
    tree_.count(path.back());
    const CounterTree::Node node = tree_.count_child(path.back(), to);
    if (path.size() < longest_path)
      path.push_back(node);
    else
      path = {tree_.child(all_, to)};
    places_[std::string(to)] = std::move(path);
  }

  /// Where a page stands in the tree: below the one that led to it last.
  [[nodiscard]] Path place_of(std::string_view uri) {
    Path& path = places_[std::string(uri)];
    if (path.empty()) path = {tree_.child(all_, uri)};
    return path;
  }

  NamedField http_{"http"}, referer_{"http.referer"}, uri_{"http.request.full_uri"},
      location_{"http.location"}, asked_uri_{"http.response_for.uri"};
  CounterTree::Node all_;
  std::unordered_map<std::string, Path> places_;
};

}  // namespace

MadeStatistic make_http_sequences(const StatisticArgument& argument) {
  return make_tree<HttpSequences>(argument);
}

}  // namespace wiretale
