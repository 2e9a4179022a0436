// -z credentials: names of users that went over the wire unencrypted.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/letters.h"
#include "statistics/tshark/all.h"
#include "statistics/tshark/tree_fields.h"

namespace wiretale {
namespace {

constexpr std::string_view rule = "===================================================================\n";

class Credentials final : public Statistic {
 public:
  StatisticNeeds needs() const override {
    StatisticNeeds needs;
    for (const NamedField* field :
         {&stream_, &basic_, &authorization_, &proxy_, &ftp_command_, &ftp_argument_, &pop_command_,
          &pop_argument_, &imap_user_, &smtp_command_, &smtp_user_, &smtp_password_})
      field->add_to(needs);
    return needs;
  }

  void add(const SeenPacket& seen) override {
    if (seen.tree == nullptr) return;
    uint32_t stream = 0;
    std::string_view ftp, pop;
    bool smtp_command = false;
    const uint32_t packet = seen.packet.number;
    for (const FieldValue& value : seen.tree->values()) {
      if (stream_.is(value)) stream = static_cast<uint32_t>(value.number);
      if (smtp_command_.is(value)) smtp_command = true;
      if (ftp_command_.is(value)) ftp = words_of(value);
      if (pop_command_.is(value)) {
        pop = words_of(value);
        // A password without a name before it is listed, too; one of FTP is not.
        if (same_letters(pop, "PASS")) put_password(packet, "POP3", user_of(stream, Of::Pop), "");
      }
      if (ftp_argument_.is(value) && ftp == "USER") remember(stream, Of::Ftp, packet, words_of(value));
      if (ftp_command_.is(value) && ftp == "PASS")
        if (const User* user = user_of(stream, Of::Ftp)) put_password(packet, "FTP", user, ":");
      if (pop_argument_.is(value) && same_letters(pop, "USER"))
        remember(stream, Of::Pop, packet, words_of(value));
      if (imap_user_.is(value)) put_row(packet, "IMAP", words_of(value), {});
      if (smtp_user_.is(value) && !smtp_command) remember(stream, Of::Smtp, packet, words_of(value));
      if (smtp_password_.is(value)) put_password(packet, "SMTP", user_of(stream, Of::Smtp), "");
      if ((authorization_.is(value) || proxy_.is(value)) && is_secret(words_of(value)))
        put_row(packet, "HTTP header auth", "n.a.", {});
      if (basic_.is(value)) {
        const std::string_view words = words_of(value);
        const size_t colon = words.find(':');
        if (colon != words.npos) put_row(packet, "HTTP basic auth", words.substr(0, colon), {});
      }
    }
  }

  void report(Text& text) override {
    text.put(rule, "Packet     Protocol         Username         Info            \n",
             "------     --------         --------         --------\n", rows_.view(), rule);
  }

 private:
  static constexpr size_t most_text = 64 * 1024 * 1024, most_users = 1 << 16, longest_name = 1024;

  enum class Of : uint8_t { Ftp, Pop, Smtp };
  struct User {
    std::string name;
    uint32_t packet;
  };

  /// Of the other schemes of HTTP (RFC 9110 11) the words themselves let in whoever has them.
  static bool is_secret(std::string_view authorization) {
    constexpr std::string_view others[] = {"Basic ", "Digest ", "NTLM", "Negotiate ", "Kerberos "};
    return std::none_of(std::begin(others), std::end(others),
                        [&](std::string_view scheme) { return authorization.starts_with(scheme); });
  }
  static uint64_t key(uint32_t stream, Of of) { return uint64_t{stream} << 8 | static_cast<uint64_t>(of); }
  void remember(uint32_t stream, Of of, uint32_t packet, std::string_view name) {
    if (users_.size() >= most_users) users_.clear();
    users_[key(stream, of)] = {std::string(name.substr(0, longest_name)), packet};
  }
  [[nodiscard]] const User* user_of(uint32_t stream, Of of) const {
    const auto found = users_.find(key(stream, of));
    return found == users_.end() ? nullptr : &found->second;
  }

  void put_password(uint32_t packet, std::string_view protocol, const User* user, std::string_view colon) {
    put_row(packet, protocol, user == nullptr ? std::string_view{"(null)"} : std::string_view{user->name},
            text_of("Username in packet", colon, ' ', user == nullptr ? 0 : user->packet));
  }
  void put_row(uint32_t packet, std::string_view protocol, std::string_view user, std::string_view more) {
    if (rows_.size() >= most_text) return;
    const std::string number = text_of(packet);
    rows_.put(Left{number, 10}, ' ', Left{protocol, 16}, ' ', Left{user, 16}, ' ', Left{more, 16}, '\n');
  }

  NamedField stream_{"tcp.stream"}, basic_{"http.authbasic"}, authorization_{"http.authorization"},
      proxy_{"http.proxy_authorization"}, ftp_command_{"ftp.request.command"},
      ftp_argument_{"ftp.request.arg"}, pop_command_{"pop.request.command"},
      pop_argument_{"pop.request.parameter"}, imap_user_{"imap.request.username"},
      smtp_command_{"smtp.req.command"}, smtp_user_{"smtp.auth.username"},
      smtp_password_{"smtp.auth.password"};
  std::unordered_map<uint64_t, User> users_;  ///< named last on each stream
  Text rows_;
};

}  // namespace

MadeStatistic make_credentials(const StatisticArgument&) { return std::make_unique<Credentials>(); }

}  // namespace wiretale
