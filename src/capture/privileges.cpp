// Capabilities by libcap-ng.
#include "capture/privileges.h"

#include <cap-ng.h>
#include <sys/prctl.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"

namespace wiretale {

std::expected<void, Error> drop_privileges() {
  capng_get_caps_process();
  const bool writes_anywhere = capng_have_capability(CAPNG_EFFECTIVE, CAP_DAC_OVERRIDE) != 0;
  capng_clear(CAPNG_SELECT_CAPS);
  // Root may be writing into a user's folder: later files of the ring go there, too.
  if (writes_anywhere)
    capng_update(CAPNG_ADD, static_cast<capng_type_t>(CAPNG_EFFECTIVE | CAPNG_PERMITTED), CAP_DAC_OVERRIDE);
  if (capng_apply(CAPNG_SELECT_CAPS) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return std::unexpected(Error{
        text_of("rights that are not needed any more stay: ", std::string_view{std::strerror(errno)}), ""});
  return {};
}

}  // namespace wiretale
