# wmo-mi: build, test, install. `make help` lists the targets.
#
# Sources are found by wildcard: adding a file needs no change here. Every variant (release, asan, clang, ...)
# has its own tree under build/; the released programs are always build/wmo-mi and build/wmo-mi-sample.

VERSION = 0.1.0

# ---- what the user may set ------------------------------------------------------------------------------------

ifeq ($(origin CC),default)
CC = gcc
endif
CFLAGS ?= -O2 -g
INSTALL ?= install
PYTHON ?= /usr/bin/python3
FUZZ_SECONDS ?= 30
PERIODE ?= 2026H1

prefix ?= /usr/local
exec_prefix ?= $(prefix)
bindir ?= $(exec_prefix)/bin
datarootdir ?= $(prefix)/share
datadir ?= $(datarootdir)
mandir ?= $(datarootdir)/man
bashcompletiondir ?= $(datadir)/bash-completion/completions
docdir ?= $(datarootdir)/doc/wmo-mi
systemdunitdir ?= $(prefix)/lib/systemd/system

VARIANT ?= release

ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --no-builtin-rules -j$(shell nproc)
endif
.SUFFIXES:
.DELETE_ON_ERROR:

# ---- what is missing on this machine: .ci/setup installs it ---------------------------------------------------
# Targets in this list install what they need (SETUP=no only reports it); the others never install anything.

needs.run      = build
needs.check    = build check
needs.asan     = build check
needs.tsan     = build check
needs.lint     = build check lint
needs.lint-format   = build check lint
needs.lint-cppcheck = build check lint
needs.lint-analyze  = build check lint
needs.format   = lint
needs.fuzz     = build lint
needs.bench    = build
needs.pictures = build pictures
NEEDS := $(sort $(foreach goal,$(MAKECMDGOALS),$(needs.$(goal))))
SETUP ?= $(if $(NEEDS),yes,no)

# ---- sources and what they become -----------------------------------------------------------------------------

B   = build/$(VARIANT)
BIN = $(if $(filter release,$(VARIANT)),build,$B)

lib_src       = $(filter-out reports/main.c,$(wildcard etl/base/*.c etl/*.c reports/*.c reports/*/*.c))
main_src      = $(wildcard reports/main.c)
generator_src = $(wildcard tests/generator/*.c)
test_src      = $(wildcard tests/unit/test_*.c)
support_src   = $(wildcard tests/unit/support*.c)
fuzz_src      = $(wildcard tests/fuzz/fuzz_*.c)
bench_src     = $(wildcard tests/bench/*.c)
weak_src      = $(wildcard tests/attack/weak.c)

objects   = $(patsubst %.c,$B/%.o,$(1))
lib       = $B/libwmo.a
programs  = $(if $(main_src),$(BIN)/wmo-mi) $(if $(generator_src),$(BIN)/wmo-mi-sample)
tests     = $(test_src:%.c=$B/%)
fuzzers   = $(fuzz_src:%.c=$B/%)
benches   = $(bench_src:tests/bench/%.c=$(BIN)/bench-%)
weak      = $(weak_src:tests/attack/%.c=$(BIN)/wmo-mi-%)
all_src   = $(lib_src) $(main_src) $(generator_src) $(test_src) $(support_src) $(fuzz_src) $(bench_src) \
	$(weak_src)
formatted = $(all_src) $(wildcard etl/*.h etl/*/*.h reports/*.h reports/*/*.h tests/*/*.h)
templates = $(shell find templates -type f)
manpages  = $(wildcard reports/man/*.[15])
completion = $(wildcard reports/completion/wmo-mi.bash)
units     = $(wildcard reports/systemd/*.service reports/systemd/*.timer)
examples  = $(wildcard reports/systemd/*.conf reports/systemd/*.cron)

# ---- flags: ours first, so that the user's win ----------------------------------------------------------------

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla $(if $(filter yes,$(WERROR)),-Werror)
SANITIZE = -fno-sanitize-recover=all -fno-omit-frame-pointer

flags.release = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
flags.asan    = -fsanitize=address,undefined $(SANITIZE)
flags.tsan    = -fsanitize=thread $(SANITIZE)
flags.clang   = $(flags.release)
# The analyzer of GCC 12 does not see that a struct returned by value was filled in; clang's does.
flags.analyze = -fanalyzer -Wno-analyzer-use-of-uninitialized-value
flags.fuzz    = -fsanitize=fuzzer-no-link,address,undefined $(SANITIZE)
link.release  = -pie -Wl,-z,relro,-z,now
link.asan     = -fsanitize=address,undefined
link.tsan     = -fsanitize=thread
link.clang    = $(link.release)
link.fuzz     = -fsanitize=address,undefined

ifeq ($(flags.$(VARIANT)),)
$(error VARIANT=$(VARIANT) bestaat niet)
endif

# An installed program finds its templates under $(datadir), a variant for tests in the source tree.
templates_dir = $(if $(filter release,$(VARIANT)),$(datadir)/wmo-mi/templates,$(CURDIR)/templates)

cppflags = -D_GNU_SOURCE -I. -DWMO_VERSION='"$(VERSION)"' -DWMO_TEMPLATES_DIR='"$(templates_dir)"' $(CPPFLAGS)
cflags   = -std=c17 -pthread $(WARNINGS) $(flags.$(VARIANT)) $(CFLAGS)
ldflags  = -pthread $(link.$(VARIANT)) -Wl,--as-needed $(LDFLAGS)
libs     = -lxlsxwriter -lcsv -lpcre2-8 -lexpat -lminizip -lz -lcrypto -lm $(LIBS)
compile  = $(CC) $(cppflags) $(cflags)
link     = $(CC) $(cflags) $(ldflags) -o $@ $^

# ---- building -------------------------------------------------------------------------------------------------

Q = $(if $(V),,@)
say = @printf '  %-4s %s\n'

.PHONY: all tests objects setup
all: $(programs) ## bouw build/wmo-mi en build/wmo-mi-sample
tests: all $(tests) $(benches) $(weak)
objects: $(call objects,$(all_src))

setup:
	@.ci/setup $(SETUP) $(or $(NEEDS),build)

$B/%.o: %.c $B/flags.list | setup
	$(Q)mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(compile) -MMD -MP -c -o $@ $<

$(lib): $(call objects,$(lib_src)) $B/lib_src.list
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

$(BIN)/wmo-mi: $(call objects,$(main_src)) $(lib)
	$(say) LD $@
	$(Q)$(link) $(libs)

$(BIN)/wmo-mi-sample: $(call objects,$(generator_src)) $(lib)
	$(say) LD $@
	$(Q)$(link) $(libs)

$(tests): %: %.o $(call objects,$(support_src)) $(lib)
	$(say) LD $@
	$(Q)$(link) -lcmocka $(libs)

$(benches): $(BIN)/bench-%: $B/tests/bench/%.o
	$(say) LD $@
	$(Q)$(link) $(libs)

# wmo-mi with the functions that weak.c names wrapped, so that what tests/check-attack looks for is there.
comma = ,
wraps = $(addprefix -Wl$(comma)--wrap=,$(shell grep -oh '__real_[a-z][a-z_]*' $(weak_src) | sort -u | sed 's/^__real_//'))
$(weak): $(BIN)/wmo-mi-%: $B/tests/attack/%.o $(call objects,$(main_src)) $(lib)
	$(say) LD $@
	$(Q)$(link) $(wraps) $(libs)

$(fuzzers): %: %.o $(lib)
	$(say) LD $@
	$(Q)$(link) -fsanitize=fuzzer $(libs)

# A .list holds a text that decides what is built (flags, members of the library) and is touched only when it changes.
flags.list   = $(compile) $(ldflags)
lib_src.list = $(lib_src)
$B/flags.list $B/lib_src.list: $B/%.list: always
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$($*.list))' >$@.new
	@if cmp -s $@ $@.new; then rm $@.new; else mv $@.new $@; fi
.PHONY: always

-include $(patsubst %.c,$B/%.d,$(all_src))

# ---- running and testing --------------------------------------------------------------------------------------

.PHONY: run check asan tsan fuzz bench pictures
run: all ## maak de dashboards van sample-data in out/
	build/wmo-mi rapport --periode $(PERIODE) --invoer sample-data --uitvoer out
	@echo 'Geschreven in $(CURDIR)/out/$(PERIODE):'
	@cd out/$(PERIODE) && for entry in *; do \
		if [ -d $$entry ]; then echo "  $$entry/: $$(ls $$entry | wc -l) bestanden"; else echo "  $$entry"; fi; done

check: tests | setup ## bouw en draai alle tests
	$(PYTHON) tests/run-all --bin $(BIN) $(tests)

asan tsan: ## unittests en gevallen onder ASan+UBSan, of TSan
	@$(MAKE) --no-print-directory VARIANT=$@ CFLAGS='-O1 -g' sanitized

.PHONY: sanitized
sanitized: tests
	$(PYTHON) tests/run-all --bin $(BIN) --no-scripts $(tests)

fuzz: ## fuzz elke parser FUZZ_SECONDS seconden (30)
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang CFLAGS='-O1 -g' fuzzing

.PHONY: fuzzing
fuzzing: $(fuzzers)
	tests/fuzz/run $(FUZZ_SECONDS) $(fuzzers)

bench: all $(benches) ## meet de snelheid van wat tests/bench/ beschrijft
	@for script in $(wildcard tests/bench/bench-*); do $$script || exit; done

pictures: run ## zet regio en de eerste twee andere werkboeken van out/ om in plaatjes
	tests/pictures build/pictures out/$(PERIODE)/regio.xlsx \
		$$(for kind in aanbieders gemeenten; do ls out/$(PERIODE)/$$kind/*.xlsx | head -n 1; done)

# ---- linting --------------------------------------------------------------------------------------------------
# All parts run side by side. Objects and verdicts of clang and the analyzer are kept in trees of their own, so that
# only what changed is looked at again.

.PHONY: lint lint-format lint-cppcheck lint-clang lint-analyze format clang-house
lint: lint-format lint-cppcheck lint-clang lint-analyze ## alles wat de broncode kan controleren zonder te draaien

lint-format: | setup
	@! { for file in $(formatted); do clang-format $$file | cmp -s - $$file || echo "$$file: run make format"; done; } | grep .

# Seen where nothing is wrong, and looked for by the compilers too: designated initialisers, VEC_FREE, a pointer from a
# struct that ends; a local variable that has the name of a function; that BUG() does not return; a sum with memchr.
cppcheck_mistaken = unusedStructMember legacyUninitvar unreadVariable returnDanglingLifetime shadowFunction \
	ctuuninitvar internalAstError knownConditionTrueFalse nullPointerArithmeticRedundantCheck \
	nullPointerRedundantCheck negativeIndex
lint-cppcheck: | setup
	@mkdir -p build/cppcheck
	cppcheck --quiet --error-exitcode=1 --enable=warning,style,performance,portability --inline-suppr --std=c11 \
		$(addprefix --suppress=,$(cppcheck_mistaken)) --cppcheck-build-dir=build/cppcheck \
		$(cppflags) $(lib_src) $(main_src) $(generator_src)

lint-clang:
	@$(MAKE) --no-print-directory VARIANT=clang CC=clang WERROR=yes clang-house

lint-analyze:
	@$(MAKE) --no-print-directory VARIANT=analyze CC=gcc WERROR=yes analyzed

.PHONY: analyzed
analyzed: $(call objects,$(lib_src) $(main_src) $(generator_src))

clang-house: objects $(all_src:%.c=$B/%.tidy)
	@tests/lint $(call objects,$(all_src))

$B/%.tidy: %.c $B/%.o .clang-tidy
	$(say) TIDY $<
	@clang-tidy --quiet $< -- $(cppflags) $(cflags) >$@.log 2>&1 || { cat $@.log; exit 1; }
	@touch $@

format: | setup ## maak de broncode op
	clang-format -i $(formatted)

# ---- installing -----------------------------------------------------------------------------------------------

.PHONY: install uninstall dist clean help
install: all ## installeer (DESTDIR, prefix)
	$(INSTALL) -D -m 755 build/wmo-mi $(DESTDIR)$(bindir)/wmo-mi
	for file in $(templates); do $(INSTALL) -D -m 644 $$file $(DESTDIR)$(datadir)/wmo-mi/$$file || exit; done
	for page in $(manpages); do \
		$(INSTALL) -D -m 644 $$page $(DESTDIR)$(mandir)/man$${page##*.}/$${page##*/} || exit; done
	$(if $(completion),$(INSTALL) -D -m 644 $(completion) $(DESTDIR)$(bashcompletiondir)/wmo-mi)
	for unit in $(units); do $(INSTALL) -D -m 644 -t $(DESTDIR)$(systemdunitdir) $$unit || exit; done
	for file in $(examples); do $(INSTALL) -D -m 644 -t $(DESTDIR)$(docdir)/examples $$file || exit; done

uninstall: ## haal weg wat install neerzette
	rm -f $(DESTDIR)$(bindir)/wmo-mi $(DESTDIR)$(bashcompletiondir)/wmo-mi
	rm -f $(foreach page,$(manpages),$(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))
	rm -f $(addprefix $(DESTDIR)$(systemdunitdir)/,$(notdir $(units)))
	rm -rf $(DESTDIR)$(datadir)/wmo-mi $(DESTDIR)$(docdir)

dist: ## maak build/wmo-mi-VERSIE.tar.gz van de laatste commit
	@mkdir -p build
	git archive --prefix=wmo-mi-$(VERSION)/ -o build/wmo-mi-$(VERSION).tar.gz HEAD

clean: ## verwijder build/ en out/
	rm -rf build out

help: ## toon deze lijst
	@sed -nE 's/^([a-z ]+):.* ## (.*)/\1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12
