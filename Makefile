# The only door: everything a person or a machine does here is a target. `make help` lists them.
SWIFT ?= swift
RELEASE = .build/release/kpibook
# The tool carries the Swift runtime, so that it runs where no Swift is installed, and no symbols.
RELEASE_FLAGS = -c release --static-swift-stdlib --product kpibook -Xlinker -s $(PACKED)
# Where the C library knows packed relocations (glibc 2.36), they save 2 MB of memory at every start.
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); \
  if (v[1] * 1000 + v[2] >= 2036) \
    print "-Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs" }')

.PHONY: all
all: build test ## Build the tool and run the tests.

.PHONY: help
help: ## List the targets.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Install what the build needs from the system, if it is missing.
	@tools/setup

.PHONY: build
build: setup ## Build the command line tool, optimised: .build/release/kpibook.
	@echo "Building kpibook (a minute or two the first time) ..."
	@$(SWIFT) build $(RELEASE_FLAGS) >.build/build.log 2>&1 || { cat .build/build.log; exit 1; }

.build:
	@mkdir -p .build
build: | .build

.PHONY: demo
demo: build ## Build the tool and show its main job on samples/.
	@tools/demo $(RELEASE)

.PHONY: test
test: setup ## Run all tests.
	$(SWIFT) test

.PHONY: lint
lint: ## Check the formatting and the documentation comments.
	$(SWIFT) format lint --strict --recursive --parallel --configuration .swift-format \
	  Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: format
format: ## Format all Swift files.
	$(SWIFT) format --in-place --recursive --parallel --configuration .swift-format \
	  Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: vocabulary
vocabulary: setup ## Prepare the tables of words anew after a file of catalog/vocabulary has changed.
	UPDATE_WORDS=1 $(SWIFT) test --filter PreparedWordsTests

.PHONY: install
install: build ## Copy the tool to PREFIX/bin (default /usr/local/bin).
	install -d $(or $(PREFIX),/usr/local)/bin
	install $(RELEASE) $(or $(PREFIX),/usr/local)/bin/kpibook

.PHONY: bench
bench: setup ## Build the programs that measure: Benchmarks/.build/release/read-cells.
	$(SWIFT) build --package-path Benchmarks -c release --static-swift-stdlib

.PHONY: fuzz
fuzz: setup ## Build the fuzzers and run each for a while: FUZZ_SECONDS=600 make fuzz.
	$(SWIFT) build --package-path Tests/Fuzz --sanitize fuzzer -Xswiftc -enable-testing
	@tools/fuzz Tests/Fuzz/.build/debug $(or $(FUZZ_SECONDS),10)

.PHONY: sanitize
sanitize: setup ## Run the tests of what reads files under the sanitizers for addresses and for threads.
	ASAN_OPTIONS=detect_leaks=0 KPIBOOK_SANITIZED=1 $(SWIFT) test \
	  --sanitize address --scratch-path .build/sanitized-address
	KPIBOOK_SANITIZED=1 $(SWIFT) test --filter ZipTests \
	  --sanitize thread --scratch-path .build/sanitized-thread

.PHONY: formats
formats: build ## Compare shown numbers with LibreOffice's (needs openpyxl): BOOKS=FOLDER make formats.
	$(or $(PYTHON),python3) Tests/Peers/number_formats.py $(RELEASE) $(or $(BOOKS),samples)

.PHONY: clean
clean: ## Remove what was built.
	rm -rf .build Benchmarks/.build Tests/Fuzz/.build
