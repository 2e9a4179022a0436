// From the options to the output that shows packets.
#include "commands/read_output.h"

#include <cstdio>

#include "outputs/elastic_json.h"
#include "outputs/pdml.h"
#include "outputs/text_packets.h"
#include "outputs/tree_json.h"
#include "protocols/field_index.h"

namespace wiretale {
namespace {

using Format = ReadOptions::Format;

/// The fields of -e, or the message about those that do not exist.
std::expected<std::vector<ChosenField>, std::string> chosen_fields(const ReadOptions& options,
                                                                   const PacketList& list) {
  constexpr std::string_view column_prefix = "_ws.col.";
  std::vector<ChosenField> chosen;
  std::string unknown;
  for (const std::string& name : options.elements) {
    ChosenField field{.name = name};
    if (name.starts_with(column_prefix)) {
      field.column = list.find(std::string_view{name}.substr(column_prefix.size()));
    } else if (name == line_of_words.name) {
      field.fields = {&line_of_words};
    } else {
      const std::span<const Field* const> found = find_fields(name);
      field.fields.assign(found.begin(), found.end());
      if (found.empty() && type_of_field_not_decoded(name)) {
        std::fputs(
            text_of("wiretale read: -e ", name, " is not decoded here, so it is in no packet\n").c_str(),
            stderr);
      } else if (const std::string_view protocol = protocol_not_decoded_of(name);
                 found.empty() && !protocol.empty()) {
        unknown += text_of(unknown.empty() ? "" : "\n  ", "there is no field ", name, " here: ", protocol,
                           " is not decoded");
      } else if (found.empty()) {
        const std::string_view near = nearest_field_name(name);
        unknown += text_of(unknown.empty() ? "" : "\n  ", "there is no field ", name,
                           near.empty() ? "" : "; did you mean ", near, near.empty() ? "" : "?");
      }
    }
    chosen.push_back(std::move(field));
  }
  if (!unknown.empty()) return std::unexpected(unknown);
  return chosen;
}

bool prints(const ReadOptions& options) {
  const bool asked = options.format_chosen || options.tree || options.bytes || options.summary_too;
  return asked || (options.write_file.empty() && !options.quiet);
}

void add_fields_of(const ListColumn& column, FieldNeeds& needs) {
  needs.fields.insert(needs.fields.end(), column.fields.begin(), column.fields.end());
}

std::expected<ReadOutput, std::string> output_of_chosen(const ReadOptions& options, PacketList& list) {
  auto chosen = chosen_fields(options, list);
  if (!chosen) return std::unexpected(chosen.error());
  ReadOutput output;
  for (const ChosenField& field : *chosen) {
    output.needs.fields.insert(output.needs.fields.end(), field.fields.begin(), field.fields.end());
    for (const Field* each : field.fields)
      if (each == &line_of_words || each->value_type() == Type::Protocol) output.needs.labels = true;
    if (!field.fields.empty()) continue;
    output.columns = true;
    if (field.column < list.columns().size()) add_fields_of(list.columns()[field.column], output.needs);
  }
  ChosenValues values(std::move(*chosen), list);
  if (options.format == Format::Fields)
    output.packets = std::make_unique<FieldTable>(std::move(values), options.table);
  else if (options.format == Format::Pdml)
    output.packets = std::make_unique<PdmlFields>(std::move(values), options.read_file);
  else
    output.packets = std::make_unique<FieldJson>(std::move(values), options.format == Format::Elastic
                                                                        ? FieldJson::Form::Elastic
                                                                        : FieldJson::Form::Json);
  return output;
}

std::unique_ptr<PacketOutput> json_output(const ReadOptions& options) {
  using Content = TreeJsonOptions::Content;
  using EqualKeys = TreeJsonOptions::EqualKeys;
  return std::make_unique<TreeJson>(
      TreeJsonOptions{.content = options.format == Format::JsonRaw ? Content::BytesOnly
                                 : options.bytes                   ? Content::ValuesAndBytes
                                                                   : Content::Values,
                      .equal_keys = options.merge_keys ? EqualKeys::Merged : EqualKeys::Repeated,
                      .choice = options.choice});
}

ReadOutput output_of_text(const ReadOptions& options, PacketList& list) {
  ReadOutput output;
  TextPacketsOptions form{.tree = options.tree,
                          .only = options.only,
                          .bytes = options.bytes,
                          .characters = options.characters,
                          .summary = options.summary_too || (!options.tree && !options.bytes),
                          .column_separator = options.format == Format::Tabs ? '\t' : ' ',
                          .separator = options.separator};
  output.columns = form.summary;
  if (form.tree)
    output.needs = FieldNeeds{};
  else
    for (const ListColumn& column : list.columns()) add_fields_of(column, output.needs);
  output.packets = std::make_unique<TextPackets>(list, std::move(form));
  return output;
}

}  // namespace

std::expected<ReadOutput, std::string> choose_output(const ReadOptions& options, PacketList& list) {
  if (!prints(options)) return ReadOutput{};
  if (!options.elements.empty() && options.format != Format::Psml) return output_of_chosen(options, list);
  ReadOutput output{.packets = nullptr, .needs = FieldNeeds{}};
  switch (options.format) {
    case Format::Json:
    case Format::JsonRaw: output.packets = json_output(options); return output;
    case Format::Elastic:
      output.packets = std::make_unique<ElasticJson>(
          options.choice, options.bytes ? ElasticJson::WithBytes::Yes : ElasticJson::WithBytes::No);
      return output;
    case Format::Pdml:
      output.packets = std::make_unique<PdmlOutput>(options.choice, options.read_file);
      return output;
    case Format::Psml:
      output = ReadOutput{.packets = std::make_unique<PsmlOutput>(list), .columns = true};
      for (const ListColumn& column : list.columns()) add_fields_of(column, output.needs);
      return output;
    default: return output_of_text(options, list);
  }
}

}  // namespace wiretale
