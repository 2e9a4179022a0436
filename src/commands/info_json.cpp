// `wiretale info --json`: schema wiretale/info/1.
#include <nlohmann/json.hpp>

#include "commands/info_report.h"

namespace wiretale {
namespace {

using Json = nlohmann::ordered_json;

/// Adds a member unless the text or the number is absent.
void add(Json& to, const char* name, const std::string& text) {
  if (!text.empty()) to[name] = text;
}
void add(Json& to, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) to[name] = texts;
}
void add(Json& to, const char* name, const std::optional<uint64_t>& number) {
  if (number) to[name] = *number;
}

Json json_of(const Interface& interface, uint64_t packets) {
  Json json;
  add(json, "name", interface.name);
  add(json, "description", interface.description);
  json["link_type"] = interface.link_type;
  json["encapsulation"] = link_type_name(interface.link_type);
  json["snapshot_length"] = interface.snap_length;
  json["units_per_second"] = interface.units_per_second;
  if (interface.offset_seconds != 0) json["offset_seconds"] = interface.offset_seconds;
  if (interface.speed != 0) json["speed_bits_per_second"] = interface.speed;
  add(json, "filter", interface.filter);
  add(json, "operating_system", interface.operating_system);
  add(json, "hardware", interface.hardware);
  add(json, "comments", interface.comments);
  json["section"] = interface.section;
  json["packets"] = packets;
  add(json, "received", interface.received);
  add(json, "dropped", interface.dropped);
  json["statistics_blocks"] = interface.statistics_blocks;
  return json;
}

Json json_of(const Section& section) {
  Json json = Json::object();
  add(json, "hardware", section.hardware);
  add(json, "operating_system", section.operating_system);
  add(json, "application", section.application);
  add(json, "comments", section.comments);
  return json;
}

Json json_of(const Damage& damage) {
  constexpr const char* kinds[] = {"cut", "invalid", "unread"};
  return {{"kind", kinds[static_cast<size_t>(damage.kind)]},
          {"what", damage.what},
          {"offset", damage.offset},
          {"packets_before", damage.packets_before},
          {"bytes_unused", damage.bytes_unused}};
}

Json json_of(const FileSummary& summary) {
  const FileFacts& facts = summary.facts;
  Json json{{"file", facts.path},
            {"format", format_name(facts.format)},
            {"version", text_of(facts.major, '.', facts.minor)},
            {"byte_order", facts.big_endian ? "big" : "little"},
            {"compression", compression_name(facts.compression)},
            {"encapsulation", encapsulation(summary)},
            {"units_per_second", finest_units(summary)},
            {"packets", summary.packets}};
  add(json, "file_bytes", summary.file_bytes);
  json["data_bytes"] = summary.wire_bytes;
  json["captured_bytes"] = summary.captured_bytes;
  json["cut_packets"] = summary.cut_packets;
  json["commented_packets"] = summary.commented_packets;
  if (summary.first) {
    const uint64_t units = finest_units(summary);
    const Duration duration = *summary.duration();
    const double seconds = duration.seconds();
    json["first"] = local_time(*summary.first, units);
    json["last"] = local_time(*summary.last, units);
    json["first_nanoseconds"] = summary.first->nanoseconds;
    json["last_nanoseconds"] = summary.last->nanoseconds;
    json["duration_nanoseconds"] = duration.nanoseconds;
    if (seconds > 0) {
      json["bytes_per_second"] = static_cast<double>(summary.wire_bytes) / seconds;
      json["packets_per_second"] = static_cast<double>(summary.packets) / seconds;
    }
  }
  if (summary.packets > 0)
    json["average_packet_bytes"] =
        static_cast<double>(summary.wire_bytes) / static_cast<double>(summary.packets);
  json["in_time_order"] = summary.in_time_order;
  if (summary.digests) {
    json["sha256"] = summary.digests->sha256;
    json["sha1"] = summary.digests->sha1;
  }
  json["interfaces"] = Json::array();
  for (size_t i = 0; i < summary.interfaces.size(); ++i)
    json["interfaces"].push_back(json_of(summary.interfaces[i], summary.packets_of_interface[i]));
  json["sections"] = Json::array();
  for (const Section& section : facts.sections) json["sections"].push_back(json_of(section));
  json["names"] = facts.names.size();
  json["name_blocks"] = facts.name_blocks;
  json["secret_blocks"] = facts.secret_blocks;
  json["custom_blocks"] = facts.custom_blocks;
  json["unknown_blocks"] = facts.unknown_blocks;
  json["texts_dropped"] = facts.texts_dropped;
  json["damage"] = Json::array();
  for (const Damage& damage : summary.damage) json["damage"].push_back(json_of(damage));
  return json;
}

}  // namespace

void write_info_json(std::span<const FileSummary> summaries, Text& text) {
  Json json{{"schema", "wiretale/info/1"}, {"files", Json::array()}};
  for (const FileSummary& summary : summaries) json["files"].push_back(json_of(summary));
  // Texts of a file may be any bytes; those that are no UTF-8 become the replacement character.
  text.put(json.dump(2, ' ', false, Json::error_handler_t::replace), '\n');
}

}  // namespace wiretale
