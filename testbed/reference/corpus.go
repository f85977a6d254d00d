package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// The test files of Prometheus that hold expressions: those of the parser (with the lexer, printer
// and prettier), of the engine, and the engine's own test language.
var sources = []string{
	"promql/parser/*_test.go",
	"promql/*_test.go",
	"promql/promqltest/testdata/*.test",
}

var evalLine = regexp.MustCompile(
	`^\s*eval(?:_fail|_warn|_info|_ordered)*\s+(?:instant\s+(?:at\s+\S+\s+)?|range\s+from\s+\S+\s+to\s+\S+\s+step\s+\S+\s+)(.+)$`)

// corpus lists the expressions of Prometheus' tests, sorted, each once.
func corpus() ([]string, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/prometheus/prometheus").Output()
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var exprs []string
	add := func(expr string) {
		expr = asJSONKeepsIt(expr)
		if !seen[expr] {
			seen[expr] = true
			exprs = append(exprs, expr)
		}
	}
	for _, pattern := range sources {
		files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), pattern))
		if err != nil {
			return nil, err
		}
		sort.Strings(files)
		for _, file := range files {
			if strings.HasSuffix(file, ".go") {
				err = fromGo(file, add)
			} else {
				err = fromTestScript(file, add)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	sort.Strings(exprs)
	return exprs, nil
}

// asJSONKeepsIt replaces bytes that are no UTF-8: JSON cannot carry them.
func asJSONKeepsIt(expr string) string { return strings.ToValidUTF8(expr, "\uFFFD") }

// fromGo adds what stands in the places where the tests keep expressions: fields, variables and
// arguments that are called input, query, expr, in, out and so on.
func fromGo(file string, add func(string)) error {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return err
	}
	ast.Inspect(tree, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && holdsExpression(key.Name) {
				addStrings(n.Value, add)
			}
		case *ast.CompositeLit:
			if kind, ok := n.Type.(*ast.ArrayType); ok {
				if element, ok := kind.Elt.(*ast.Ident); ok && element.Name == "string" {
					for _, e := range n.Elts {
						addStrings(e, add)
					}
				}
			}
		case *ast.CallExpr:
			for _, argument := range n.Args {
				if text, ok := constant(argument); ok {
					fromText(text, add)
				}
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if name, ok := left.(*ast.Ident); ok && i < len(n.Rhs) && holdsExpression(name.Name) {
					addStrings(n.Rhs[i], add)
				}
			}
		}
		return true
	})
	return nil
}

func holdsExpression(name string) bool {
	switch strings.ToLower(name) {
	case "input", "query", "expr", "expression", "in", "out", "str", "promql", "q", "expected":
		return true
	}
	return false
}

func addStrings(node ast.Expr, add func(string)) {
	if text, ok := constant(node); ok {
		add(text)
	}
}

// fromText adds the eval lines of a script in the engine's test language.
func fromText(text string, add func(string)) {
	for _, line := range strings.Split(text, "\n") {
		if match := evalLine.FindStringSubmatch(line); match != nil {
			add(match[1])
		}
	}
}

func fromTestScript(file string, add func(string)) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	fromText(string(text), add)
	return nil
}

// constant folds string literals, their sums and strings.Repeat.
func constant(node ast.Expr) (string, bool) {
	switch n := node.(type) {
	case *ast.BasicLit:
		if n.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(n.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return constant(n.X)
	case *ast.BinaryExpr:
		left, okLeft := constant(n.X)
		right, okRight := constant(n.Y)
		return left + right, n.Op == token.ADD && okLeft && okRight
	case *ast.CallExpr:
		function, ok := n.Fun.(*ast.SelectorExpr)
		if !ok || function.Sel.Name != "Repeat" || len(n.Args) != 2 {
			return "", false
		}
		text, okText := constant(n.Args[0])
		count, okCount := n.Args[1].(*ast.BasicLit)
		if !okText || !okCount {
			return "", false
		}
		times, err := strconv.Atoi(count.Value)
		return strings.Repeat(text, times), err == nil
	}
	return "", false
}
