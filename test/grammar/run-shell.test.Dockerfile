# SYNTAX TEST "source.dockerfile" "the shell of RUN"

FROM debian
# <---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
RUN echo "$HOME" && curl -sSL https://example.com
# <--- keyword.other.special-method.dockerfile
#   ^^^^ meta.embedded.block.shellscript support.function.builtin.shell
#         ^^^^^ meta.embedded.block.shellscript variable.other.normal.shell
#                ^^ punctuation.separator.statement.and.shell
#                   ^^^^ entity.name.function.call.shell
USER app
# <---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

RUN DEBIAN_FRONTEND=noninteractive apt-get update
#   ^^^^^^^^^^^^^^^ variable.other.assignment.shell
#                                  ^^^^^^^ entity.name.function.call.shell

RUN --mount=type=cache,target=/root/.cache --network=none pip install flask
#   ^^^^^^^ entity.other.attribute-name.flag.dockerfile
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.flag.dockerfile
#                                          ^^^^^^^^^ entity.other.attribute-name.flag.dockerfile
#                                                         ^^^ meta.embedded.block.shellscript entity.name.function.call.shell
COPY . .
# <---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

RUN --mount=type=secret,id=token \
    --mount=type=ssh \
#   ^^^^^^^ entity.other.attribute-name.flag.dockerfile
    apt-get update \
#   ^^^^^^^ meta.embedded.block.shellscript entity.name.function.call.shell
#                  ^ constant.character.escape.line-continuation.dockerfile
    # a comment between joined lines
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile

    && for name in a b; do \
#      ^^^ meta.embedded.block.shellscript keyword.control.for.shell
         echo "$name" \
         # even here
#        ^^^^^^^^^^^ comment.line.number-sign.dockerfile
         ; \
       done
#      ^^^^ meta.embedded.block.shellscript keyword.control.done.shell
WORKDIR /app
# <------- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

RUN ["echo", "$HOME"]
# <--- keyword.other.special-method.dockerfile
#     ^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
RUN --network=none [ "echo" ]
#                     ^^^^ string.quoted.double.dockerfile - meta.embedded.block.shellscript
RUN [ "$A" = b ] && echo yes
#                   ^^^^ meta.embedded.block.shellscript support.function.builtin.shell
ONBUILD RUN echo later
# <------- keyword.control.dockerfile
#       ^^^ keyword.other.special-method.dockerfile
#           ^^^^ meta.embedded.block.shellscript support.function.builtin.shell

RUN <<EOF
#   ^^ keyword.operator.heredoc.dockerfile
#     ^^^ keyword.control.heredoc-token.dockerfile
set -e
# <--- meta.embedded.block.shellscript support.function.builtin.shell
if [ -n "$TOKEN" ]; then
# <-- meta.embedded.block.shellscript keyword.control.if.shell
  FROM=here
# ^^^^ meta.embedded.block.shellscript variable.other.assignment.shell - keyword.other.special-method.dockerfile
fi
EOF
# <--- keyword.control.heredoc-token.dockerfile
EXPOSE 80
# <------ keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

RUN cat > /etc/motd <<'TEXT'
#   ^^^ meta.embedded.block.shellscript
# not a comment
# ^^^^^^^^^^^^^ meta.embedded.block.shellscript - comment.line.number-sign.dockerfile
USER root
# <---- meta.embedded.block.shellscript - keyword.other.special-method.dockerfile
TEXT
USER app
# <---- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript

run echo lower case
# <--- keyword.other.special-method.dockerfile
#   ^^^^ meta.embedded.block.shellscript support.function.builtin.shell
RUNNER is no instruction
# <------ source.dockerfile - meta.embedded.block.shellscript keyword.other.special-method.dockerfile
CMD ["app"]
# <--- keyword.other.special-method.dockerfile - meta.embedded.block.shellscript
