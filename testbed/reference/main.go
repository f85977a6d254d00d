// Command reference is Prometheus' own PromQL parser with a small front.
//
//	reference corpus          prints every expression of Prometheus' own tests, one JSON object a line
//	reference verdicts        reads {"expr": …} lines and answers what the parser says of each
//	reference bench FILE      parses the lines of FILE over and over and prints expressions per CPU-second
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/prometheus/prometheus/promql/parser"
)

// Verdict is what the parser says of one expression.
type Verdict struct {
	OK      bool   `json:"ok"`
	Type    string `json:"type,omitempty"`
	Printed string `json:"printed,omitempty"`
	Pretty  string `json:"pretty,omitempty"`
	Error   string `json:"error,omitempty"`
}

// Answer holds the verdicts on one expression, with the default options and with all options.
type Answer struct {
	Expr    string  `json:"expr"`
	Default Verdict `json:"default"`
	All     Verdict `json:"all"`
}

var (
	defaultParser = parser.NewParser(parser.Options{})
	fullParser    = parser.NewParser(parser.Options{
		EnableExperimentalFunctions:  true,
		ExperimentalDurationExpr:     true,
		EnableExtendedRangeSelectors: true,
		EnableBinopFillModifiers:     true,
	})
)

func main() {
	var err error
	switch {
	case len(os.Args) == 2 && os.Args[1] == "corpus":
		err = writeCorpus(os.Stdout)
	case len(os.Args) == 2 && os.Args[1] == "verdicts":
		err = writeVerdicts(os.Stdin, os.Stdout)
	case len(os.Args) == 3 && os.Args[1] == "bench":
		err = bench(os.Args[2])
	default:
		fmt.Fprintln(os.Stderr, "usage: reference corpus | verdicts | bench FILE")
		os.Exit(64)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

func writeVerdicts(in *os.File, out *os.File) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	writer := bufio.NewWriter(out)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		var question struct {
			Expr string `json:"expr"`
		}
		if err := json.Unmarshal(lines.Bytes(), &question); err != nil {
			return err
		}
		err := encoder.Encode(Answer{
			Expr:    question.Expr,
			Default: verdict(defaultParser, question.Expr),
			All:     verdict(fullParser, question.Expr),
		})
		if err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return writer.Flush()
}

func verdict(p parser.Parser, expr string) Verdict {
	tree, err := p.ParseExpr(expr)
	if err != nil {
		return Verdict{Error: err.Error()}
	}
	printed := tree.String()
	v := Verdict{OK: true, Type: string(tree.Type()), Printed: printed}
	if pretty := parser.Prettify(tree); pretty != printed {
		v.Pretty = pretty
	}
	return v
}
