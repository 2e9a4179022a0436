// Sends numbered frames on an interface at a given rate: what capture programs are measured with.
//
//   blaster --interface eth0 --count 1000000 --size 60 --rate 200000 [--threads 2]
//
// Each frame is a UDP datagram from 10.77.0.2 to 10.77.0.1 port 9 with its number (32 bits, network order)
// behind the UDP header. Prints one JSON object: frames sent, seconds, frames per second.
#include <arpa/inet.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  std::string interface = "eth0";
  uint64_t count = 1000;
  uint64_t rate = 0;  ///< frames per second of all threads; 0 for as fast as it goes
  uint32_t size = 60, threads = 1;
};

constexpr size_t headers = 14 + 20 + 8;
constexpr size_t batch = 64;

void put16(uint8_t* at, uint16_t value) {
  value = htons(value);
  std::memcpy(at, &value, sizeof value);
}

std::vector<uint8_t> frame_of(uint32_t size) {
  std::vector<uint8_t> frame(std::max<size_t>(size, headers + 4), '.');
  const uint8_t start[] = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0, 0x45, 0};
  std::memcpy(frame.data(), start, sizeof start);
  uint8_t* const ip = frame.data() + 14;
  put16(ip + 2, static_cast<uint16_t>(frame.size() - 14));
  std::memset(ip + 4, 0, 8);
  ip[8] = 64;
  ip[9] = 17;
  const uint8_t addresses[] = {10, 77, 0, 2, 10, 77, 0, 1};
  std::memcpy(ip + 12, addresses, sizeof addresses);
  uint32_t sum = 0;
  for (size_t i = 0; i < 20; i += 2) sum += static_cast<uint32_t>(ip[i] << 8 | ip[i + 1]);
  sum = (sum & 0xffff) + (sum >> 16);
  put16(ip + 10, static_cast<uint16_t>(~(sum + (sum >> 16))));
  uint8_t* const udp = ip + 20;
  put16(udp, 40000);
  put16(udp + 2, 9);
  put16(udp + 4, static_cast<uint16_t>(frame.size() - 34));
  put16(udp + 6, 0);
  return frame;
}

/// Sends the frames first, first + step, ...; how many the kernel took.
uint64_t send_frames(const Options& options, uint32_t first) {
  const int sock = socket(AF_PACKET, SOCK_RAW, 0);
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_ifindex = static_cast<int>(if_nametoindex(options.interface.c_str()));
  const int yes = 1;
  (void)setsockopt(sock, SOL_PACKET, PACKET_QDISC_BYPASS, &yes, sizeof yes);
  if (sock < 0 || bind(sock, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    std::perror(options.interface.c_str());
    _exit(1);
  }
  std::vector<std::vector<uint8_t>> frames(batch, frame_of(options.size));
  std::vector<iovec> places(batch);
  std::vector<mmsghdr> messages(batch);
  for (size_t i = 0; i < batch; ++i) {
    places[i] = {frames[i].data(), frames[i].size()};
    messages[i].msg_hdr.msg_iov = &places[i];
    messages[i].msg_hdr.msg_iovlen = 1;
  }
  const uint64_t own_count = options.count / options.threads;
  const double own_rate = static_cast<double>(options.rate) / options.threads;
  const auto began = Clock::now();
  uint64_t sent = 0;
  while (sent < own_count) {
    if (own_rate > 0) {
      const auto due = began + std::chrono::duration<double>(static_cast<double>(sent) / own_rate);
      while (Clock::now() < due)
        if (due - Clock::now() > std::chrono::microseconds(200)) usleep(100);
    }
    const size_t size = std::min<uint64_t>(batch, own_count - sent);
    for (size_t i = 0; i < size; ++i) {
      const uint32_t number = htonl(static_cast<uint32_t>(first + (sent + i) * options.threads));
      std::memcpy(frames[i].data() + headers, &number, sizeof number);
    }
    size_t done = 0;
    while (done < size) {
      const int count = sendmmsg(sock, &messages[done], static_cast<unsigned>(size - done), 0);
      if (count > 0)
        done += static_cast<size_t>(count);
      else if (errno != ENOBUFS && errno != EINTR && errno != EAGAIN)
        std::perror("sendmmsg"), _exit(1);
    }
    sent += size;
  }
  close(sock);
  return sent;
}

bool take(Options& options, std::string_view name, std::string_view value) {
  if (name == "--interface") {
    options.interface = value;
    return true;
  }
  uint64_t number = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (problem != std::errc{} || end != value.data() + value.size()) return false;
  if (name == "--count")
    options.count = number;
  else if (name == "--rate")
    options.rate = number;
  else if (name == "--size")
    options.size = static_cast<uint32_t>(std::min<uint64_t>(number, 65'000));
  else if (name == "--threads")
    options.threads = static_cast<uint32_t>(std::max<uint64_t>(number, 1));
  else
    return false;
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2)
    if (i + 1 >= argc || !take(options, argv[i], argv[i + 1])) {
      std::fprintf(stderr, "usage: blaster --interface NAME --count N --size BYTES --rate N [--threads N]\n");
      return 2;
    }
  const auto began = Clock::now();
  std::vector<uint64_t> sent(options.threads);
  std::vector<std::thread> threads;
  for (uint32_t i = 0; i < options.threads; ++i)
    threads.emplace_back([&, i] { sent[i] = send_frames(options, i); });
  uint64_t sum = 0;
  for (uint32_t i = 0; i < options.threads; ++i) {
    threads[i].join();
    sum += sent[i];
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  std::printf("{\"sent\": %llu, \"seconds\": %.3f, \"per_second\": %.0f}\n",
              static_cast<unsigned long long>(sum), seconds, static_cast<double>(sum) / seconds);
  return 0;
}
