// Names that NFS's requests and replies share (RFC 1094, RFC 1813).
#pragma once
#include <cstdint>
#include <iterator>

#include "packet/names.h"

namespace wiretale::nfs {

/// The procedures of version 3; version 2's are translated to them.
enum Procedure : uint32_t {
  null,
  get_attributes,
  set_attributes,
  lookup,
  access,
  read_link,
  read,
  write,
  create,
  make_directory,
  make_symbolic_link,
  make_node,
  remove,
  remove_directory,
  rename,
  link,
  read_directory,
  read_directory_plus,
  file_system_status,
  file_system_info,
  path_configuration,
  commit,
  no_operation = 25  ///< where BSD put it; the protocol has no such procedure
};

inline constexpr Name procedure_name_table[] = {
    {null, "null"},
    {get_attributes, "getattr"},
    {set_attributes, "setattr"},
    {lookup, "lookup"},
    {access, "access"},
    {read_link, "readlink"},
    {read, "read"},
    {write, "write"},
    {create, "create"},
    {make_directory, "mkdir"},
    {make_symbolic_link, "symlink"},
    {make_node, "mknod"},
    {remove, "remove"},
    {remove_directory, "rmdir"},
    {rename, "rename"},
    {link, "link"},
    {read_directory, "readdir"},
    {read_directory_plus, "readdirplus"},
    {file_system_status, "fsstat"},
    {file_system_info, "fsinfo"},
    {path_configuration, "pathconf"},
    {commit, "commit"},
    {no_operation, "nop"},
};
inline constexpr Names procedure_names = procedure_name_table;

/// Version 2's procedure (RFC 1094 2.2) as version 3's. Those that version 3 does not have do nothing.
[[nodiscard]] constexpr uint32_t procedure_of_version_2(uint32_t number) {
  constexpr Procedure same[] = {
      null,         get_attributes,     set_attributes, no_operation,     lookup,         read_link,
      read,         no_operation,       write,          create,           remove,         rename,
      link,         make_symbolic_link, make_directory, remove_directory, read_directory, file_system_status,
      no_operation, no_operation,       no_operation,   no_operation,     no_operation,   no_operation,
      no_operation, no_operation};
  return number < std::size(same) ? same[number] : number;
}

inline constexpr Name status_name_table[] = {
    {1, "Operation not permitted"},
    {2, "No such file or directory"},
    {5, "Input/output error"},
    {6, "Device not configured"},
    {13, "Permission denied"},
    {17, "File exists"},
    {18, "Cross-device link"},
    {19, "Operation not supported by device"},
    {20, "Not a directory"},
    {21, "Is a directory"},
    {22, "Invalid argument"},
    {26, "Text file busy"},
    {27, "File too large"},
    {28, "No space left on device"},
    {30, "Read-only file system"},
    {31, "Too many links"},
    {45, "Operation not supported"},
    {63, "File name too long"},
    {66, "Directory not empty"},
    {69, "Disc quota exceeded"},
    {70, "Stale NFS file handle"},
    {71, "Too many levels of remote in path"},
    {99, "Write cache flushed to disk"},
    {10001, "Illegal NFS file handle"},
    {10002, "Publicly unsupported handle"},
    {10003, "Readdir cookie is stale"},
    {10004, "Operation not supported"},
    {10005, "Buffer or request is too small"},
    {10006, "Unspecified error on server"},
    {10007, "Type of that object not supported by server"},
    {10008, "Request couldn't be completed in time"},
};
inline constexpr Names status_names = status_name_table;

inline constexpr Name file_type_name_table[] = {{0, "NON"}, {1, "REG"}, {2, "DIR"}, {3, "BLK"},
                                                {4, "CHR"}, {5, "LNK"}, {7, "FIFO"}};
inline constexpr Names file_type_names = file_type_name_table;

/// How a version 3 write must be kept (RFC 1813 3.3.7).
inline constexpr Name stable_name_table[] = {{0, "unstable"}, {1, "datasync"}, {2, "filesync"}};
inline constexpr Names stable_names = stable_name_table;

}  // namespace wiretale::nfs
