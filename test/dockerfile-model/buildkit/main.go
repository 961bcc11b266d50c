// Prints how BuildKit itself reads Dockerfiles and expands words, one JSON value a line for each on standard input:
//
//	go mod init record && go get github.com/moby/buildkit@v0.32.2 && go build -o record . && ./record < in.jsonl
//
// recorded.jsonl beside this file holds such answers; buildkit.test.ts compares the model with them.
package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type question struct {
	// A Dockerfile, or a word with its variables and the escape character.
	Text   *string           `json:"text"`
	Word   string            `json:"word"`
	Env    map[string]string `json:"env"`
	Escape string            `json:"escape"`
}

type instruction struct {
	Keyword  string      `json:"keyword"`
	Flags    []string    `json:"flags"`
	Args     []string    `json:"args"`
	Heredocs [][2]string `json:"heredocs"`
	Refused  bool        `json:"refused"`
}

type answer struct {
	question
	Instructions []instruction `json:"instructions,omitempty"`
	Value        string        `json:"value"`
	Refused      bool          `json:"refused"`
}

type environment map[string]string

func (e environment) Get(name string) (string, bool) { value, ok := e[name]; return value, ok }
func (e environment) Keys() []string                 { return nil }

func main() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.More() {
		a := answer{}
		if err := in.Decode(&a.question); err != nil {
			panic(err)
		}
		if a.Text != nil {
			a.read(*a.Text)
		} else {
			value, _, err := shell.NewLex([]rune(a.Escape)[0]).ProcessWord(a.Word, environment(a.Env))
			a.Value, a.Refused = value, err != nil
		}
		if err := out.Encode(a); err != nil {
			panic(err)
		}
	}
}

func (a *answer) read(text string) {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		a.Refused = true
		return
	}
	for _, node := range result.AST.Children {
		i := instruction{Keyword: node.Value, Flags: node.Flags, Args: []string{}, Heredocs: [][2]string{}}
		for arg := node.Next; arg != nil; arg = arg.Next {
			i.Args = append(i.Args, arg.Value)
		}
		for _, heredoc := range node.Heredocs {
			i.Heredocs = append(i.Heredocs, [2]string{heredoc.Name, heredoc.Content})
		}
		_, err := instructions.ParseInstruction(node)
		i.Refused = err != nil
		a.Instructions = append(a.Instructions, i)
	}
}
