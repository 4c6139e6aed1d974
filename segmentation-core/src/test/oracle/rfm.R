# Recency, frequency and amount scores by bins, from R's quantile (type 7) and findInterval; collect.py writes the figure.
build <- Sys.getenv("ORACLE_BUILD", "build")
encode <- function(x) paste(sprintf("%a", as.numeric(x)), collapse = "|")

rows <- list()
score <- function(name, definition, k, x, cuts) {
  bins <- Map(findInterval, x, cuts)  # how many cut points are not above: bins are closed on the left
  rows[[length(rows) + 1]] <<- c(name, definition, k, vapply(cuts, encode, ""), encode(k - bins[[1]]), encode(1 + bins[[2]]), encode(1 + bins[[3]]))
}
for (line in strsplit(readLines(file.path(build, "rfm.txt")), "\t", fixed = TRUE)) {
  x <- lapply(line[2:4], function(s) as.numeric(strsplit(s, "|", fixed = TRUE)[[1]]))
  for (k in c(3, 4, 5))
    score(line[1], "quantile_plus_one", k, x, lapply(x, function(v) quantile(v, seq_len(k - 1) / k, type = 7, names = FALSE) + 1))
  score(line[1], "given", 5, x, list(c(30, 90, 180, 365), c(2, 3, 5, 8), c(25.5, 50, 99.99, 200)))
}
writeLines(vapply(rows, paste, "", collapse = "\t"), file.path(build, "r_rfm.txt"))
