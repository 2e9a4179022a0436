// HTTP messages as the http statistics read them from field trees.
#pragma once
#include "base/address.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {

struct HttpMessage {
  std::string_view method, host, target;  ///< of a request
  bool has_host = false;                  ///< which may be empty
  uint32_t status = 0;                    ///< of a response, else 0
  std::string_view status_words;
};

class HttpMessages {
 public:
  void add_to(StatisticNeeds& needs) const;
  /// The messages that a packet completes; valid until the next call.
  [[nodiscard]] const std::vector<HttpMessage>& of(const SeenPacket& seen);
  /// The innermost IP addresses of that packet, as text.
  [[nodiscard]] std::string_view source() const { return source_.view(); }
  [[nodiscard]] std::string_view destination() const { return destination_.view(); }

 private:
  NamedField http_{"http"}, method_{"http.request.method"}, host_{"http.host"}, target_{"http.request.uri"},
      status_{"http.response.code"}, words_{"http.response.code.desc"}, source4_{"ip.src"},
      source6_{"ipv6.src"}, destination4_{"ip.dst"}, destination6_{"ipv6.dst"};
  std::vector<HttpMessage> messages_;
  Text source_{64}, destination_{64};
};

}  // namespace wiretale
