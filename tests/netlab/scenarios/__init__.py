# All scenario families; importing this package fills the catalog.
from . import connect, dns, healthy, healthy_tricky, http, icmp, link, reset, tls, transfer  # noqa: F401
