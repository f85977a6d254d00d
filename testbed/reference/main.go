// Command reference is Prometheus' own PromQL parser with a small front.
//
//	reference vectors      what the parser says of every expression in Prometheus' own tests
//	reference verdicts     what it says of expressions given as {"expr": …} lines
//	reference evaluate     what the engine makes of series and expressions
//	reference bench FILE   how many of FILE's lines it parses in a CPU-second
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/prometheus/prometheus/promql/parser"
)

// Verdict is what the parser says of one expression. Pretty is left out where it equals Printed.
type Verdict struct {
	OK      bool   `json:"ok"`
	Type    string `json:"type,omitempty"`
	Printed string `json:"printed,omitempty"`
	Pretty  string `json:"pretty,omitempty"`
}

// Answer holds the verdicts on one expression: with the default options and with all options. The
// latter is left out where it is the same.
type Answer struct {
	Expr    string   `json:"expr"`
	Default Verdict  `json:"default"`
	All     *Verdict `json:"all,omitempty"`
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
	case len(os.Args) == 2 && os.Args[1] == "vectors":
		err = answerCorpus(os.Stdout)
	case len(os.Args) == 2 && os.Args[1] == "verdicts":
		err = answerLines(os.Stdin, os.Stdout)
	case len(os.Args) == 2 && os.Args[1] == "evaluate":
		err = evaluate(os.Stdin, os.Stdout)
	case len(os.Args) == 3 && os.Args[1] == "bench":
		err = bench(os.Args[2])
	default:
		fmt.Fprintln(os.Stderr, "usage: reference vectors | verdicts | evaluate | bench FILE")
		os.Exit(64)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "reference:", err)
		os.Exit(1)
	}
}

func answerCorpus(out io.Writer) error {
	exprs, err := corpus()
	if err != nil {
		return err
	}
	answers := newAnswers(out)
	for _, expr := range exprs {
		if err := answers.write(expr); err != nil {
			return err
		}
	}
	return answers.out.Flush()
}

func answerLines(in io.Reader, out io.Writer) error {
	answers := newAnswers(out)
	questions := json.NewDecoder(bufio.NewReader(in))
	for questions.More() {
		var question struct {
			Expr string `json:"expr"`
		}
		if err := questions.Decode(&question); err != nil {
			return err
		}
		if err := answers.write(question.Expr); err != nil {
			return err
		}
	}
	return answers.out.Flush()
}

type answers struct {
	out     *bufio.Writer
	encoder *json.Encoder
}

func newAnswers(out io.Writer) *answers {
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	return &answers{buffered, encoder}
}

func (a *answers) write(expr string) error {
	answer := Answer{Expr: expr, Default: verdict(defaultParser, expr)}
	if all := verdict(fullParser, expr); all != answer.Default {
		answer.All = &all
	}
	return a.encoder.Encode(answer)
}

func verdict(p parser.Parser, expr string) Verdict {
	tree, err := p.ParseExpr(expr)
	if err != nil {
		return Verdict{}
	}
	printed := tree.String()
	v := Verdict{OK: true, Type: string(tree.Type()), Printed: printed}
	if pretty := parser.Prettify(tree); pretty != printed {
		v.Pretty = pretty
	}
	return v
}
