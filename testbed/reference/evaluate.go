package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"os"
	"sort"
	"strings"
	"time"

	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/tsdb"
)

// The data begin here; queries are evaluated at their end.
var beginning = time.Unix(1_700_000_000, 0)

// Result is what the engine makes of one expression: the label sets of its series, or an error.
type Result struct {
	Expr   string   `json:"expr"`
	Error  string   `json:"error,omitempty"`
	Series []string `json:"series"`
}

// evaluate reads one JSON object a line: first series {"labels": …, "values": [one a minute]}, then
// expressions {"expr": …}, and answers each expression.
func evaluate(in io.Reader, out io.Writer) error {
	dir, err := os.MkdirTemp("", "reference")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	db, err := tsdb.Open(dir, slog.New(slog.DiscardHandler), nil, tsdb.DefaultOptions(), nil)
	if err != nil {
		return err
	}
	defer db.Close()
	engine := promql.NewEngine(promql.EngineOpts{
		MaxSamples: 50_000_000,
		Timeout:    time.Minute,
		Parser: parser.NewParser(parser.Options{
			EnableExperimentalFunctions: true,
			EnableBinopFillModifiers:    true,
		}),
	})
	appender := db.Appender(context.Background())
	end := beginning
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	lines := json.NewDecoder(bufio.NewReader(in))
	for lines.More() {
		var line struct {
			Labels map[string]string `json:"labels"`
			Values []float64         `json:"values"`
			Expr   string            `json:"expr"`
		}
		if err := lines.Decode(&line); err != nil {
			return err
		}
		if line.Expr == "" {
			at := beginning
			for _, value := range line.Values {
				if _, err := appender.Append(0, labels.FromMap(line.Labels), at.UnixMilli(), value); err != nil {
					return err
				}
				if at.After(end) {
					end = at
				}
				at = at.Add(time.Minute)
			}
			continue
		}
		if appender != nil {
			if err := appender.Commit(); err != nil {
				return err
			}
			appender = nil
		}
		if err := encoder.Encode(result(engine, db, line.Expr, end)); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

func result(engine *promql.Engine, db *tsdb.DB, expr string, at time.Time) Result {
	query, err := engine.NewInstantQuery(context.Background(), db, nil, expr, at)
	if err != nil {
		return Result{Expr: expr, Error: "rejected"}
	}
	defer query.Close()
	answer := query.Exec(context.Background())
	if answer.Err != nil {
		return Result{Expr: expr, Error: kind(answer.Err.Error())}
	}
	series := []string{}
	switch value := answer.Value.(type) {
	case promql.Vector:
		for _, sample := range value {
			series = append(series, text(sample.Metric))
		}
	case promql.Matrix:
		for _, s := range value {
			series = append(series, text(s.Metric))
		}
	}
	sort.Strings(series)
	return Result{Expr: expr, Series: series}
}

// kind keeps the part of an error that does not depend on the order of series.
func kind(message string) string {
	for _, known := range []string{
		"many-to-many matching not allowed",
		"multiple matches for labels",
		"vector cannot contain metrics with the same labelset",
	} {
		if strings.Contains(message, known) {
			return known
		}
	}
	return message
}

func text(metric labels.Labels) string {
	var parts []string
	metric.Range(func(l labels.Label) { parts = append(parts, l.Name+"="+l.Value) })
	sort.Strings(parts)
	return strings.Join(parts, ",")
}
