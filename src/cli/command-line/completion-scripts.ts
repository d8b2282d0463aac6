import type { SHELLS } from './complete.ts';

type Shell = (typeof SHELLS)[number];

/**
 * bash keeps only what is behind the last of its word breaks, `:` and `=` among them: the words are taken from the line itself, and what the
 * shell keeps is cut off again. It works in bash 3.2, which macOS has. https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
 */
const BASH = `# denytrace completion for bash: eval "$(denytrace completion bash)" in ~/.bashrc
_denytrace() {
  local line="\${COMP_LINE:0:COMP_POINT}" words current kept candidate
  IFS=$' \\t' read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current="\${words[\${#words[@]}-1]}"
  kept="\${current%"\${current##*[:=]}"}"
  COMPREPLY=()
  while IFS= read -r candidate; do
    if [[ $candidate == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen -f -- "\${current##*=}")
    else
      candidate="\${candidate%%$'\\t'*}"
      [[ $candidate == *: ]] && compopt -o nospace 2>/dev/null
      COMPREPLY+=("\${candidate:\${#kept}}")
    fi
  done < <(denytrace completion -- "\${words[@]:1}" 2>/dev/null)
}
complete -F _denytrace denytrace
`;

/** https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
const ZSH = `#compdef denytrace
# denytrace completion for zsh: eval "$(denytrace completion zsh)" in ~/.zshrc, after compinit
_denytrace() {
  local line files=0
  local -a plain open
  for line in "\${(@f)$(denytrace completion -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :files ]]; then files=1
    elif [[ \${line%%$'\\t'*} == *: ]]; then open+=("\${\${line%%$'\\t'*}//:/\\\\:}")
    elif [[ -n $line ]]; then plain+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  (( $#plain )) && _describe denytrace plain
  (( $#open )) && _describe denytrace open -S ''
  (( files )) && _files
  return 0
}
if [[ "$funcstack[1]" == _denytrace ]]; then _denytrace; else compdef _denytrace denytrace; fi
`;

/** https://fishshell.com/docs/current/completions.html */
const FISH = `# denytrace completion for fish: denytrace completion fish > ~/.config/fish/completions/denytrace.fish
function __denytrace_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (denytrace completion -- $words[2..-1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c denytrace -f -a '(__denytrace_complete)'
`;

/** What a shell reads to complete the command line of denytrace: it asks the program each time, so that it never is out of date. */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
