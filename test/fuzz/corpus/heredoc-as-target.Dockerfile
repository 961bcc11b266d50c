COPY # syntax=xRUN <<EOF
EOF