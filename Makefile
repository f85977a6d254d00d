# runboards. 'make' does the main job, 'make test' proves it, 'make help' tells the rest.

MVN ?= mvn
MVN_FLAGS ?= -B
QUERIES := generator/src/test/resources/promql/queries.jsonl

.DEFAULT_GOAL := all
.PHONY: all build deps testbed test test-long verify e2e bench format golden clean help jdk

all: build ## Build, sum up the metric catalog, check the sample queries and write out/example
	./runboards catalog
	@echo
	./runboards promql parse --batch $(QUERIES) --dialect grafana --strict > target/queries.jsonl
	@echo
	./runboards generate $(if $(CI),--check)

build: jdk ## Build the program that ./runboards runs
	umask 022; $(MVN) $(MVN_FLAGS) -q package -DskipTests
	@mkdir -p target

deps: ## Install what building and testing need, where this is possible
	@scripts/deps

testbed: deps ## Build the real servers that tests start, once: 11 minutes at most
	@testbed/servers/build > /dev/null || test "$(CI)" != true

test: deps jdk testbed ## Run all tests but the long ones
	@rm -f target/not-run.txt
	$(MVN) $(MVN_FLAGS) verify
	@if [ -f target/not-run.txt ]; then sort -u target/not-run.txt; fi

test-long: deps jdk testbed ## Run all tests, with two million mutated inputs: three minutes
	@rm -f target/not-run.txt
	$(MVN) $(MVN_FLAGS) verify -Plong
	@if [ -f target/not-run.txt ]; then sort -u target/not-run.txt; fi

verify: build testbed ## Prove all dashboards and rules of example; plots go to target/verify.html
	./runboards verify --live --html target/verify.html

e2e: jdk ## Deploy to a live Grafana: GRAFANA_URL, GRAFANA_USER and GRAFANA_PASSWORD of its administrator
	@test -n "$$GRAFANA_URL" -a -n "$$GRAFANA_USER" -a -n "$$GRAFANA_PASSWORD" || { echo "e2e: set GRAFANA_URL, GRAFANA_USER and GRAFANA_PASSWORD" >&2; exit 1; }
	$(MVN) $(MVN_FLAGS) -pl generator test -Pe2e

bench: build ## Measure parser, dashboards, rules, deploying and simulation beside peers (needs Go, Python and taskset; npm if there)
	benchmarks/promql.sh
	@echo
	benchmarks/dashboards.sh
	@echo
	benchmarks/rules.sh
	@echo
	benchmarks/deploy.sh
	@echo
	benchmarks/simulate.sh

format: jdk ## Format the Java sources
	$(MVN) $(MVN_FLAGS) -q -pl generator test -Dtest=FormattingTest -Drunboards.rewrite=true

golden: jdk ## Rewrite the recorded outputs that tests compare with
	$(MVN) $(MVN_FLAGS) -q -pl generator,dashboards-src -am test -Drunboards.rewrite=true

clean: ## Delete everything that was built
	rm -rf target */target

help: ## Show this list
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

jdk:
	@scripts/jdk > /dev/null
