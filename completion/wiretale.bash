# Completion of wiretale's command line for bash; needs no other package.
# By hand:  source wiretale.bash
# tests/docs_check compares the options below with the help of the commands.

_wiretale_options() { # COMMAND: its options
  case $1 in
    dump)
      echo '-r -V -c --skip -F
        -e -v -vv -vvv -q -t -tt -ttt -tttt -ttttt --nano --micro --time-stamp-precision -# --number
        -x -xx -X -XX -A -AA -S --absolute-tcp-sequence-numbers -K --dont-verify-checksums -b -u -T -E -M
        -g --lengths --count -l
        -w --print -U --packet-buffered -C -G -W --keep-files -z -Z --relinquish-privileges
        -d -dd -ddd -y --linktype -O --no-optimize -D --list-interfaces -h --help --version
        -B --buffer-size -f -H -i --interface -I --monitor-mode -j --time-stamp-type -J
        --list-time-stamp-types -L --list-data-link-types -m -n -nn -N -p --no-promiscuous-mode
        -Q --direction -s --snapshot-length --immediate-mode'
      ;;
    read)
      echo '-r --read-file -i --interface -f -s --snapshot-length -p --no-promiscuous-mode -B --buffer-size
        -y --linktype -I --monitor-mode -D --list-interfaces -L --list-data-link-types --capture-comment -Y --display-filter -2 -R --read-filter -c
        -T -V -O -x --hexdump -P --print -e -E -j -J --no-duplicate-keys -t -u -S -N -H -l
        -q -Q -z -d --disable-protocol -o -w -F -a --autostop -b --ring-buffer --export-objects
        --workers -G -h --help -v --version -n -g'
      ;;
    capture)
      echo '--on --netns --pid --process --promiscuous --filter --headers-only --buffer --to --name --files --file-size
        --keep-free --when-full --duration --packets --bytes --json -h --help'
      ;;
    repair) echo '-o --force -h --help' ;;
    doctor) echo '--json -h --help' ;;
    watch) echo '--on --filter --window --duration --ndjson -h --help' ;;
    info) echo '--json --no-digests -h --help' ;;
    fields) echo '--json -h --help' ;;
    diagnose) echo '--all --fail-on --json --html --force --explain --color --mem-limit -h --help' ;;
    compare) echo '--json --all --fail-on-loss --color -h --help' ;;
    follow)
      echo '--stream --flow --udp --as --http --search --json --csv --save-client --save-server --force -h --help'
      ;;
    stats) echo '--csv --filter --interval --json --mem-limit --plot --sort --top --workers -h --help' ;;
    '') echo '-h --help --version' ;;
  esac
}

_wiretale_commands() { echo 'dump read capture info fields diagnose compare follow watch doctor repair stats help'; }

_wiretale_kinds() { "${COMP_WORDS[0]}" help findings 2>/dev/null | sed -n 's/^  \([a-z0-9-]*\) .*/\1/p'; }

_wiretale_words() { # WORDS: those that begin with $cur
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_wiretale_beginnings() { # WORDS that something follows: no space behind them
  _wiretale_words "$1"
  compopt -o nospace 2>/dev/null || true
}

_wiretale_files() {
  mapfile -t COMPREPLY < <(compgen -f -- "$cur")
  compopt -o filenames 2>/dev/null || true
}

_wiretale_fields() { # names of fields; not all of them at once
  if [ -n "$cur" ]; then _wiretale_words "$("$program" fields "$cur*" 2>/dev/null | cut -d ' ' -f 1)"; fi
}

_wiretale_protocols() { _wiretale_words "$("$program" read -G protocols 2>/dev/null | cut -f 3)"; }

_wiretale_interfaces() {
  _wiretale_words "$("$program" dump -D 2>/dev/null | sed 's/^[0-9]*\.//; s/ .*//')"
}

# The value of option $2 of command $1; fails when the option has none.
_wiretale_value() {
  case $1 in
    dump)
      case $2 in
        -r | -V | -F | -w) _wiretale_files ;;
        -T)
          _wiretale_words 'aodv carp cnfp domain lmp pgm pgm_zmtp1 ptp radius resp rpc rtcp rtp snmp someip
            tftp vat vxlan wb zmtp1'
          ;;
        -i | --interface) _wiretale_interfaces ;;
        -Q | --direction) _wiretale_words 'in out inout' ;;
        --time-stamp-precision) _wiretale_words 'nano micro' ;;
        -y | --linktype) _wiretale_words 'EN10MB LINUX_SLL LINUX_SLL2 RAW NULL IEEE802_11 PPP' ;;
        -z) mapfile -t COMPREPLY < <(compgen -c -- "$cur") ;;
        -Z | --relinquish-privileges) mapfile -t COMPREPLY < <(compgen -u -- "$cur") ;;
        -c | --skip | -C | -G | -W | --keep-files | -E | -M | -B | --buffer-size | -j | --time-stamp-type | -m | -s | --snapshot-length) ;;
        *) return 1 ;;
      esac
      ;;
    capture)
      case $2 in
        --on) _wiretale_interfaces ;;
        --netns) _wiretale_words "$(ip netns list 2>/dev/null | cut -d ' ' -f 1)" ;;
        --to) _wiretale_files ;;
        --when-full) _wiretale_words 'recycle stop' ;;
        --pid | --process | --filter | --buffer | --name | --files | --file-size | --keep-free | --duration | --packets | --bytes) ;;
        *) return 1 ;;
      esac
      ;;
    watch)
      case $2 in
        --on) _wiretale_interfaces ;;
        --filter | --window | --duration) ;;
        *) return 1 ;;
      esac
      ;;
    repair)
      case $2 in
        -o) _wiretale_files ;;
        *) return 1 ;;
      esac
      ;;
    read)
      case $2 in
        -r | --read-file | -w | -H) _wiretale_files ;;
        -i | --interface) _wiretale_interfaces ;;
        -T) _wiretale_words 'text tabs fields json jsonraw ek pdml psml' ;;
        -t) _wiretale_words 'r d dd e a ad adoy u ud udoy' ;;
        -u) _wiretale_words 's hms' ;;
        -F) _wiretale_words 'pcapng pcap nsecpcap' ;;
        -G) _wiretale_words 'fields protocols column-formats' ;;
        --hexdump) _wiretale_words 'delimit noascii' ;;
        -E) _wiretale_beginnings 'header= separator= occurrence= aggregator= quote= escape= bom=' ;;
        -e | -Y | --display-filter | -R | --read-filter) _wiretale_fields ;;
        -O | -j | -J | --disable-protocol) _wiretale_protocols ;;
        -z) _wiretale_words "help $("$program" read -z help 2>&1 | sed 1d)" ;;
        -d) _wiretale_beginnings 'tcp.port== udp.port== sctp.port== ethertype== ip.proto== llc.dsap==' ;;
        -a | --autostop) _wiretale_beginnings 'packets: filesize: duration: files:' ;;
        -b | --ring-buffer) _wiretale_beginnings 'packets: filesize: duration: files:' ;;
        --export-objects) _wiretale_beginnings 'http, tftp,' ;;
        -N) _wiretale_words 'm n d mn mnd' ;;
        -o)
          _wiretale_beginnings 'gui.column.format: ip.defragment: ipv6.defragment: ip.check_checksum:
            tcp.check_checksum: udp.check_checksum: tcp.relative_sequence_numbers:
            tcp.analyze_sequence_numbers: tcp.desegment_tcp_streams: tcp.reassemble_out_of_order:
            tcp.calculate_timestamps:'
          ;;
        --workers) _wiretale_words '1 2 4 8' ;;
        -c | -S) ;;
        *) return 1 ;;
      esac
      ;;
    diagnose)
      case $2 in
        --fail-on) _wiretale_words 'error warn info' ;;
        --color) _wiretale_words 'auto always never' ;;
        --html) _wiretale_files ;;
        --explain) _wiretale_words "$(_wiretale_kinds)" ;;
        --mem-limit) _wiretale_words '256M 512M 1G' ;;
        *) return 1 ;;
      esac
      ;;
    compare)
      case $2 in
        --color) _wiretale_words 'auto always never' ;;
        *) return 1 ;;
      esac
      ;;
    follow)
      case $2 in
        --as) _wiretale_words 'ascii hex raw yaml' ;;
        --save-client | --save-server) _wiretale_files ;;
        --stream | --flow | --search) ;;
        *) return 1 ;;
      esac
      ;;
    stats)
      case $2 in
        --sort)
          _wiretale_words 'start bytes packets retransmissions duration rtt think bytes_out bytes_in sent received
            flows percent spurious out_of_order zero_windows exchanges server server_p99 network client no_answer
            queries failures p50 p95 p99 requests errors handshakes failed alerts expires'
          ;;
        --mem-limit) _wiretale_words '256M 512M 1G' ;;
        --workers) _wiretale_words '1 2 4 8' ;;
        --top | --filter) ;;
        --plot) _wiretale_files ;;
        --interval) _wiretale_words '500ms 1s 10s 1m 5m 1h' ;;
        *) return 1 ;;
      esac
      ;;
    *) return 1 ;;
  esac
}

# What stands by itself, neither an option nor its value.
_wiretale_argument() { # COMMAND
  local tables='conversations endpoints protocols io retransmissions latency dns http tls'
  case $1 in
    dump)
      _wiretale_words 'host net port portrange src dst ether arp ip ip6 tcp udp icmp icmp6 sctp vlan mpls
        less greater and or not'
      ;;
    read | fields) _wiretale_fields ;;
    stats)
      if [[ " ${COMP_WORDS[*]:2:COMP_CWORD-2} " =~ \ (conv|${tables// /|})\  ]]; then
        _wiretale_files
      else
        _wiretale_words "$tables"
      fi
      ;;
    help) if [ "$COMP_CWORD" -eq 2 ]; then _wiretale_words "$(_wiretale_commands) filters findings"; fi ;;
    *) _wiretale_files ;;
  esac
}

_wiretale() {
  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]} command=
  program=${program/#\~/$HOME}
  COMPREPLY=()
  # bash takes --name=value apart at the =.
  if [ "$cur" = = ]; then
    cur=
  elif [ "$before" = = ] && [ "$COMP_CWORD" -ge 3 ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [ "$COMP_CWORD" -ge 2 ]; then command=${COMP_WORDS[1]}; fi
  if [ -n "$command" ] && _wiretale_value "$command" "$before"; then return 0; fi
  if [ "${cur:0:1}" = - ]; then
    _wiretale_words "$(_wiretale_options "$command")"
  elif [ -z "$command" ]; then
    _wiretale_words "$(_wiretale_commands)"
  else
    _wiretale_argument "$command"
  fi
}

complete -F _wiretale wiretale
