package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

type question struct {
	File  string   `json:"file"`
	Paths []string `json:"paths"`
}
type answer struct {
	Lines   []string `json:"lines"`
	Refused bool     `json:"refused"`
	Out     []string `json:"out"`
}

func main() {
	var questions []question
	if err := json.NewDecoder(os.Stdin).Decode(&questions); err != nil {
		panic(err)
	}
	answers := []any{}
	for _, q := range questions {
		a := answer{Lines: []string{}, Out: []string{}}
		lines, err := ignorefile.ReadAll(strings.NewReader(q.File))
		if err == nil && lines != nil {
			a.Lines = lines
		}
		matcher, err := patternmatcher.New(lines)
		if err != nil {
			a.Refused = true
		} else {
			for _, p := range q.Paths {
				out, err := matcher.MatchesOrParentMatches(p)
				if err != nil {
					a.Refused = true
				} else if out {
					a.Out = append(a.Out, p)
				}
			}
		}
		answers = append(answers, map[string]any{"file": q.File, "paths": q.Paths, "lines": a.Lines, "refused": a.Refused, "out": a.Out})
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.Encode(answers)
}
