# SYNTAX TEST "source.dockerfile" "directives in a Dockerfile"

# seaworthy-ignore latest-tag, hadolint:DL3007: the base is pinned by the build
# <- comment.line.number-sign.seaworthy punctuation.definition.comment.seaworthy
# ^^^^^^^^^^^^^^^^ comment.line.number-sign.seaworthy keyword.control.directive.seaworthy
#                  ^^^^^^^^^^ variable.other.constant.rule.seaworthy
#                            ^ punctuation.separator.rule.seaworthy
#                              ^^^^^^^^^^^^^^^ variable.other.constant.rule.seaworthy
#                                             ^ punctuation.separator.reason.seaworthy
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.reason.seaworthy
FROM debian
# <---- keyword.other.special-method.dockerfile - comment.line.number-sign.seaworthy

# seaworthy-ignore-file user-root
# ^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.seaworthy
#                       ^^^^^^^^^ variable.other.constant.rule.seaworthy

# seaworthy-ignored is another word
# ^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile - keyword.control.directive.seaworthy
USER root # seaworthy-ignore user-root
#           ^^^^^^^^^^^^^^^^ source.dockerfile - keyword.control.directive.seaworthy

RUN apt-get update && \
    # seaworthy-ignore apt-recommends: wanted
#     ^^^^^^^^^^^^^^^^ keyword.control.directive.seaworthy
    apt-get install -y curl
#   ^^^^^^^ meta.embedded.block.shellscript entity.name.function.call.shell
ENV NOTE="# seaworthy-ignore user-root"
#           ^^^^^^^^^^^^^^^^ string.quoted.double.dockerfile - keyword.control.directive.seaworthy
