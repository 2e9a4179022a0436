// Asking libpcap about devices.
#include "capture/probe.h"

#include <net/if.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "filter/capture_filter_advice.h"

namespace wiretale {
namespace {

/// This program, to be named in commands that mend something.
std::string own_path() {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  return length > 0 ? std::string(path, static_cast<size_t>(length)) : "wiretale";
}

Error not_allowed(const std::string& device) {
  return {text_of("not allowed to capture on ", device, " (CAP_NET_RAW is missing)"),
          text_of("once, for this binary:  sudo setcap cap_net_raw,cap_net_admin=eip ", own_path(),
                  "\n  or just this time:      run the same command with sudo")};
}

Error no_such_device(const std::string& device) {
  std::string names;
  if (const auto all = list_devices())
    for (const ListedDevice& each : *all)
      if (if_nametoindex(each.name.c_str()) != 0) names += (names.empty() ? "" : ", ") + each.name;
  return {text_of(device, ": No such device exists"),
          names.empty() ? "" : text_of("the interfaces here are ", names, ", and any for all of them")};
}

Error problem_of(pcap_t* handle, int status, const std::string& device) {
  const std::string_view detail = pcap_geterr(handle);
  switch (status) {
    case PCAP_ERROR_PERM_DENIED: return not_allowed(device);
    case PCAP_ERROR_NO_SUCH_DEVICE: return no_such_device(device);
    case PCAP_ERROR:
      return {detail.starts_with(device) ? std::string(detail) : text_of(device, ": ", detail), ""};
    default: break;
  }
  std::string what = text_of(device, ": ", std::string_view{pcap_statustostr(status)});
  if (!detail.empty() && status == PCAP_ERROR_IFACE_NOT_UP)
    return {what, text_of("sudo ip link set ", device, " up")};
  if (!detail.empty() && detail != pcap_statustostr(status)) what += text_of(" (", detail, ')');
  return {what, ""};
}

std::expected<void, Error> choose_link_type(pcap_t* handle, const CaptureOptions& options) {
  const bool chosen = !options.link_type_name.empty();
  // All interfaces together: version 2 of the cooked header says which one it was.
  const int wanted = chosen                    ? pcap_datalink_name_to_val(options.link_type_name.c_str())
                     : options.device == "any" ? DLT_LINUX_SLL2
                                               : pcap_datalink(handle);
  if (wanted == pcap_datalink(handle) || pcap_set_datalink(handle, wanted) == 0 || !chosen) return {};
  return std::unexpected(
      Error{text_of(options.link_type_name, " is not one of the DLTs supported by this device"),
            text_of("those that are:  wiretale dump -L -i ", options.device)});
}

}  // namespace

std::expected<Probe, Error> Probe::open(const CaptureOptions& options, Purpose purpose,
                                        std::vector<std::string>& warnings) {
  char error[PCAP_ERRBUF_SIZE];
  const std::string& device = options.device;
  pcap_t* const handle = pcap_create(device.c_str(), error);
  if (handle == nullptr) return std::unexpected(Error{std::string(error), ""});
  Probe probe(handle);
  const bool captures = purpose == Purpose::Capture;
  if (!options.time_stamp_type.empty()) {
    const int type = pcap_tstamp_type_name_to_val(options.time_stamp_type.c_str());
    if (const int status = pcap_set_tstamp_type(handle, type); status != 0)
      warnings.push_back(text_of("WARNING: When trying to set timestamp type '", options.time_stamp_type,
                                 "' on ", device, ": ", std::string_view{pcap_statustostr(status)}));
  }
  pcap_set_snaplen(handle, static_cast<int>(options.snap_length));
  pcap_set_promisc(handle, captures && options.promiscuous ? 1 : 0);
  pcap_set_rfmon(handle, options.monitor_mode ? 1 : 0);
  pcap_set_timeout(handle, 100);
  if (options.immediate) pcap_set_immediate_mode(handle, 1);
  const uint64_t buffer = options.buffer_bytes != 0 ? options.buffer_bytes : CaptureOptions::default_buffer;
  if (captures) pcap_set_buffer_size(handle, static_cast<int>(std::min<uint64_t>(buffer, 1 << 30)));
  pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO);
  const int status = pcap_activate(handle);
  if (status < 0) return std::unexpected(problem_of(handle, status, device));
  if (status == PCAP_WARNING_PROMISC_NOTSUP)
    warnings.push_back(text_of(device, ": ", std::string_view{pcap_statustostr(status)}, "\n(",
                               std::string_view{pcap_geterr(handle)}, ')'));
  else if (status == PCAP_WARNING)
    warnings.push_back(pcap_geterr(handle));
  if (const auto chosen = choose_link_type(handle, options); !chosen) return std::unexpected(chosen.error());
  return probe;
}

uint16_t Probe::link_type() const {
  const int dlt = pcap_datalink(handle());
  const char* const name = pcap_datalink_val_to_name(dlt);
  const int link_type = name != nullptr ? link_type_of_name(name) : -1;
  return static_cast<uint16_t>(link_type >= 0 ? link_type : dlt);
}

std::vector<LinkTypeName> Probe::link_types() const {
  int* list = nullptr;
  const int count = pcap_list_datalinks(handle(), &list);
  std::vector<LinkTypeName> types;
  for (int i = 0; i < count; ++i) {
    const char* const name = pcap_datalink_val_to_name(list[i]);
    const char* const description = pcap_datalink_val_to_description(list[i]);
    types.push_back({list[i], name == nullptr ? "" : name, description == nullptr ? "" : description});
  }
  if (count >= 0) pcap_free_datalinks(list);
  return types;
}

std::expected<std::vector<BpfInstruction>, CaptureFilterError> Probe::compile(
    const CaptureOptions& options) const {
  bpf_u_int32 network = 0, netmask = 0;
  char error[PCAP_ERRBUF_SIZE];
  if (pcap_lookupnet(options.device.c_str(), &network, &netmask, error) < 0) netmask = 0;
  bpf_program compiled{};
  if (pcap_compile(handle(), &compiled, options.filter.c_str(), options.optimise_filter ? 1 : 0, netmask) < 0)
    return std::unexpected(explained(options.filter, pcap_geterr(handle())));
  std::vector<BpfInstruction> program;
  for (unsigned i = 0; i < compiled.bf_len; ++i) {
    const bpf_insn& in = compiled.bf_insns[i];
    program.push_back({in.code, in.jt, in.jf, in.k});
  }
  pcap_freecode(&compiled);
  return program;
}

std::expected<std::vector<ListedDevice>, Error> list_devices() {
  pcap_if_t* all = nullptr;
  char error[PCAP_ERRBUF_SIZE];
  if (pcap_findalldevs(&all, error) < 0) return std::unexpected(Error{error, ""});
  std::vector<ListedDevice> devices;
  for (const pcap_if_t* each = all; each != nullptr; each = each->next)
    devices.push_back({each->name, each->description != nullptr ? each->description : "", each->flags});
  pcap_freealldevs(all);
  return devices;
}

std::expected<std::string, Error> device_of_word(const std::string& word) {
  size_t number = 0;
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (problem != std::errc{} || end != word.data() + word.size() || if_nametoindex(word.c_str()) != 0)
    return word;
  if (number == 0)
    return std::unexpected(Error{text_of("Invalid adapter index ", number), "-D numbers them from 1"});
  const auto all = list_devices();
  if (!all) return std::unexpected(all.error());
  if (number > all->size())
    return std::unexpected(Error{text_of("Invalid adapter index ", number), "-D lists the numbers"});
  return (*all)[number - 1].name;
}

std::expected<std::vector<TimeStampType>, Error> time_stamp_types(const std::string& device) {
  char error[PCAP_ERRBUF_SIZE];
  pcap_t* const handle = pcap_create(device.c_str(), error);
  if (handle == nullptr) return std::unexpected(Error{error, ""});
  int* list = nullptr;
  const int count = pcap_list_tstamp_types(handle, &list);
  std::vector<TimeStampType> types;
  for (int i = 0; i < count; ++i) {
    const char* const name = pcap_tstamp_type_val_to_name(list[i]);
    const char* const description = pcap_tstamp_type_val_to_description(list[i]);
    types.push_back({name == nullptr ? "" : name, description == nullptr ? "" : description});
  }
  if (count >= 0) pcap_free_tstamp_types(list);
  std::optional<Error> problem;
  if (count < 0) problem = problem_of(handle, count, device);
  pcap_close(handle);
  if (problem) return std::unexpected(*problem);
  return types;
}

}  // namespace wiretale
