// Loads a Compose file as Docker does and prints, as JSON, what comes of it.
//
//	compose FILE VARIABLES
//
// Only the file VARIABLES gives values to variables, not the environment.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: compose FILE VARIABLES")
		os.Exit(64)
	}
	if err := load(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func load(file, variables string) error {
	options, err := cli.NewProjectOptions(
		[]string{file}, cli.WithEnvFiles(variables), cli.WithDotEnv)
	if err != nil {
		return err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", "  ")
	return out.Encode(project)
}
