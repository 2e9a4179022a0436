# All scenario families; importing this package fills the catalog.
from . import connect, dns, healthy, http, icmp, reset, tls, transfer  # noqa: F401
