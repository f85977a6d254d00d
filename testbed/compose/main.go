// Loads a Compose file the way Docker does, and prints what it makes of it.
//
//	compose FILE ENV-FILE
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if err := load(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func load(file, environment string) error {
	options, err := cli.NewProjectOptions(
		[]string{file},
		cli.WithEnvFiles(environment),
		cli.WithDotEnv,
		cli.WithName("runboards"))
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
