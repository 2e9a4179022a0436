// Bodies of HTTP messages, named by the request's target.
#include <unordered_map>

#include "outputs/found_objects.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

/// The fields of a name, of which any may stand in a tree.
struct NamedField {
  explicit NamedField(std::string_view name) : all(find_fields(name)) {}
  [[nodiscard]] bool is(const FieldValue& value) const {
    for (const Field* field : all)
      if (field == value.field) return true;
    return false;
  }
  std::span<const Field* const> all;
};

class HttpObjects final : public ObjectFinder {
 public:
  [[nodiscard]] std::vector<const Field*> fields() const override {
    std::vector<const Field*> wanted;
    for (const NamedField* field : {&message_, &target_, &request_frame_, &body_})
      wanted.insert(wanted.end(), field->all.begin(), field->all.end());
    return wanted;
  }

  std::expected<void, Error> add(const Packet& packet, const FieldTree& tree, ObjectFiles& files) override {
    std::string target;
    for (const FieldValue& value : tree.values()) {
      if (message_.is(value)) {
        target.clear();
      } else if (target_.is(value)) {
        target.assign(reinterpret_cast<const char*>(value.bytes.data()), value.bytes.size());
        if (targets_.size() >= most_targets) targets_.clear();
        targets_[packet.number] = target;
      } else if (request_frame_.is(value)) {
        const auto found = targets_.find(static_cast<uint32_t>(value.number));
        if (found != targets_.end()) target = found->second;
      } else if (body_.is(value)) {
        if (auto written = files.write(target, packet.number, value.bytes); !written) return written;
      }
    }
    return {};
  }

 private:
  static constexpr size_t most_targets = 1 << 16;
  const NamedField message_{"http"}, target_{"http.request.uri"}, request_frame_{"http.request_in"},
      body_{"http.file_data"};
  std::unordered_map<uint32_t, std::string> targets_;  ///< of requests, by their frame
};

}  // namespace

std::unique_ptr<ObjectFinder> make_http_objects() { return std::make_unique<HttpObjects>(); }

std::unique_ptr<ObjectFinder> make_object_finder(std::string_view protocol) {
  if (protocol == "http") return make_http_objects();
  if (protocol == "tftp") return make_tftp_objects();
  return nullptr;
}

}  // namespace wiretale
