# shellcheck shell=bash
# Completion of wmo-mi for bash. Everything comes from `wmo-mi --help` and `wmo-mi OPDRACHT --help`, so that it
# always fits the program that is installed.

# The words that begin a line of help within the part under the heading $1; the help is on standard input.
_wmo_mi_names() {
    sed -n "/^$1:/,/^\$/ s/^  \\([^ ][^ ]*\\).*/\\1/p"
}

# Fills COMPREPLY with values for what the help calls $1: DIR, BESTAND, PERIODE or SOORT.
_wmo_mi_value() {
    local current=$2 year
    case $1 in
    DIR | BESTAND)
        compopt -o filenames 2>/dev/null
        if [ "$1" = DIR ]; then
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
        else
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
        fi
        ;;
    PERIODE)
        year=$(date +%Y)
        mapfile -t COMPREPLY < <(compgen -W "vorige $((year - 1))H1 $((year - 1))H2 ${year}H1 ${year}H2" -- "$current")
        ;;
    SOORT) mapfile -t COMPREPLY < <(compgen -W "intern openbaar" -- "$current") ;;
    esac
}

_wmo_mi() {
    local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} current=${COMP_WORDS[COMP_CWORD]}
    local previous=${COMP_WORDS[COMP_CWORD - 1]} help value
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        help=$("$program" --help 2>/dev/null) || return
        mapfile -t COMPREPLY < <(compgen -W "$(_wmo_mi_names Opdrachten <<<"$help") --help --version" -- "$current")
        return
    fi
    help=$("$program" "$command" --help 2>/dev/null) || return
    if [ "$current" = = ]; then # --optie=, which bash takes for two words
        current=
    elif [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    value=$(sed -n "s/^  $previous \\([^ ][^ ]*\\)  .*/\\1/p" <<<"$help")
    if [ "$command $previous" = "cijfers --uitvoer" ]; then
        value=BESTAND
    fi
    if [[ $previous == --* && -n $value ]]; then
        _wmo_mi_value "$value" "$current"
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_wmo_mi_names Opties <<<"$help")" -- "$current")
    elif [ "$command" = verifieer ]; then
        _wmo_mi_value DIR "$current"
    else
        mapfile -t COMPREPLY < <(compgen -W "$(_wmo_mi_names Opties <<<"$help")" -- "$current")
    fi
}

complete -F _wmo_mi wmo-mi
