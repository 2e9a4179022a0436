# The cases by what they are about; importing them fills the catalog.
from . import capture, dump, dump_files, read  # noqa: F401
