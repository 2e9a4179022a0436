// Packets from libpcap, copied because it keeps each only until the next one.
#include "capture/pcap_device.h"

#include <cerrno>

#include "base/text.h"

namespace wiretale {

std::expected<std::unique_ptr<Device>, Error> PcapDevice::open(const CaptureOptions& options,
                                                               std::vector<std::string>& warnings) {
  auto probe = Probe::open(options, Probe::Purpose::Capture, warnings);
  if (!probe) return std::unexpected(probe.error());
  const auto program = probe->compile(options);
  if (!program) return std::unexpected(Error{described(program.error(), options.filter), ""});
  std::vector<bpf_insn> code;
  for (const BpfInstruction& in : *program)
    code.push_back({in.code, in.jump_true, in.jump_false, in.operand});
  bpf_program whole{static_cast<u_int>(code.size()), code.data()};
  pcap_t* const handle = probe->handle();
  char error[PCAP_ERRBUF_SIZE];
  const auto failed = [&](std::string_view why) {
    return std::unexpected(Error{text_of(options.device, ": ", why), ""});
  };
  if (pcap_setfilter(handle, &whole) != 0) return failed(pcap_geterr(handle));
  if (pcap_setnonblock(handle, 1, error) != 0) return failed(error);
  if (options.direction != Direction::Both &&
      pcap_setdirection(handle, options.direction == Direction::In ? PCAP_D_IN : PCAP_D_OUT) != 0)
    return failed(pcap_geterr(handle));
  return std::unique_ptr<Device>(new PcapDevice(options, std::move(*probe)));
}

PcapDevice::PcapDevice(const CaptureOptions& options, Probe probe) : probe_(std::move(probe)) {
  interface_.link_type = probe_.link_type();
  interface_.snap_length = options.snap_length;
  interface_.name = options.device;
  interface_.filter = options.filter;
  interface_.units_per_second = 1'000'000'000;
  fraction_unit_ = pcap_get_tstamp_precision(probe_.handle()) == PCAP_TSTAMP_PRECISION_NANO ? 1 : 1000;
}

void PcapDevice::keep(const pcap_pkthdr& header, const u_char* bytes) {
  Packet& packet = batch_->all[batch_->count++];
  packet.time = {int64_t{header.ts.tv_sec} * 1'000'000'000 + int64_t{header.ts.tv_usec} * fraction_unit_};
  packet.wire_length = header.len;
  packet.link_type = interface_.link_type;
  packet.flow = 0;
  packet.bytes = {bytes, header.caplen};  // take() puts our own copy in its place
  packet.layers.count = 0;
  bytes_.insert(bytes_.end(), bytes, bytes + header.caplen);
}

std::expected<void, Error> PcapDevice::take(Batch& batch) {
  const size_t before = batch.count;
  batch_ = &batch;
  bytes_.clear();
  const pcap_handler handler = [](u_char* self, const pcap_pkthdr* header, const u_char* bytes) {
    reinterpret_cast<PcapDevice*>(self)->keep(*header, bytes);
  };
  const int room = static_cast<int>(Batch::capacity - before);
  errno = 0;
  const int count =
      room == 0 ? 0 : pcap_dispatch(probe_.handle(), room, handler, reinterpret_cast<u_char*>(this));
  const uint8_t* at = bytes_.data();
  for (Packet& packet : batch.packets().subspan(before)) {
    packet.bytes = {at, packet.bytes.size()};
    at += packet.bytes.size();
  }
  took_nothing_ = batch.count == before;
  delivered_ += batch.count - before;
  // Some of libpcap's devices (nflog) call it an error that nothing is there yet.
  if (count == PCAP_ERROR && errno != EAGAIN)
    return std::unexpected(
        Error{text_of(interface_.name, ": ", std::string_view{pcap_geterr(probe_.handle())}), ""});
  return {};
}

CaptureCounts PcapDevice::counts() {
  CaptureCounts counts;
  counts.delivered = delivered_;
  pcap_stat statistics{};
  if (pcap_stats(probe_.handle(), &statistics) == 0) {
    counts.received = statistics.ps_recv;
    counts.dropped = statistics.ps_drop;
    counts.dropped_by_interface = statistics.ps_ifdrop;
  }
  return counts;
}

}  // namespace wiretale
