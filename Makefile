# SPDX-License-Identifier: MIT
# The two commands: `make pdf` and `make check`. The others are listed in README.md.
.PHONY: pdf check conformance fresh format format-check tidy sanitize fuzz bench deep clean
.DEFAULT_GOAL := pdf
MAKEFLAGS += --no-print-directory

# resume.yaml → out/resume.pdf and out/resume-one-page.pdf.
pdf:
	@scripts/install-packages build
	@scripts/build build Release broadside
	@build/broadside build resume.yaml -o out

# All tests; ctest's summary comes last.
check:
	@scripts/install-packages build test
	@scripts/build build Release all -DBROADSIDE_TESTS=ON
	@scripts/run-tests build -LE deep

# The slow tests too.
deep:
	@scripts/install-packages build test
	@scripts/build build Release all -DBROADSIDE_TESTS=ON
	@scripts/run-tests build

# veraPDF, PDF/UA-1 and PDF/A-2a, on the résumé and on every example in every layout, on A4 and letter.
conformance: pdf
	@scripts/install-packages test conformance
	@scripts/build-examples build/broadside out/examples
	@scripts/conformance out/*.pdf out/examples/*.pdf

# The same tests under AddressSanitizer and UndefinedBehaviorSanitizer.
sanitize:
	@scripts/install-packages build test
	@scripts/build build-sanitize Debug all -DBROADSIDE_TESTS=ON -DBROADSIDE_SANITIZE=ON
	@scripts/run-tests build-sanitize -LE deep

# libFuzzer on every target of tests/fuzz, FUZZ_SECONDS of CPU in all; ends with a failure if anything is found.
FUZZ_SECONDS ?= 600
fuzz:
	@scripts/install-packages build fuzz
	@CC=clang-14 CXX=clang++-14 scripts/build build-fuzz None broadside_fuzz -DBROADSIDE_FUZZ=ON
	@scripts/build build-fuzz None broadside
	@scripts/fuzz build-fuzz $(FUZZ_SECONDS)

tidy:
	@scripts/install-packages build lint
	@scripts/build build Release configure
	@scripts/tidy build

format:
	@scripts/install-packages lint
	@scripts/format --in-place

format-check:
	@scripts/install-packages lint
	@scripts/format --check

# Google Benchmark by stage, then the whole program beside its rivals.
bench:
	@scripts/install-packages build bench
	@scripts/build build Release all -DBROADSIDE_BENCH=ON
	@build/bench/broadside_bench
	@bench/peers.sh

# Proves `make pdf` and `make check` in a bare Debian 12.
fresh:
	@scripts/install-packages fresh
	@scripts/fresh

clean:
	rm -rf build build-sanitize build-fuzz out
