# R's answers: rank, frank, dplyr's window functions, quantile, cut, weighted quantiles and medians, Gini.
# Doubles come in and go out as hexadecimal text, so that no digit is lost on the way; collect.py writes the figures.
suppressPackageStartupMessages({ library(dplyr); library(data.table) })
build <- Sys.getenv("ORACLE_BUILD", "build")
lines_of <- function(name) strsplit(readLines(file.path(build, name)), "\t", fixed = TRUE)
decode <- function(s) if (is.na(s) || s == "") numeric(0) else {
  x <- suppressWarnings(as.numeric(strsplit(s, "|", fixed = TRUE)[[1]])); x[is.nan(x)] <- NA; x }
encode <- function(x) paste(sprintf("%a", as.numeric(x)), collapse = "|")
save_lines <- function(name, rows) writeLines(vapply(rows, paste, "", collapse = "\t"), file.path(build, name))
quiet <- function(e) suppressWarnings(tryCatch(as.numeric(e), error = function(z) NA_real_))

cases <- lapply(lines_of("vectors.txt"), function(l) list(name = l[1], tags = strsplit(l[2], " ")[[1]], x = decode(l[3])))
tagged <- function(...) Filter(function(c) any(c(...) %in% c$tags), cases)
probs <- vapply(lines_of("probabilities.txt"), function(l) as.numeric(l[2]), 0)

save_lines("r_echo.txt", lapply(cases, function(c) c(c$name, encode(c$x))))

rows <- list(); add <- function(...) rows[[length(rows) + 1]] <<- c(...)
for (c in tagged("rank")) if (length(c$x) <= 25) for (na in if (anyNA(c$x)) c("keep", "TRUE", "FALSE") else "none") {
  how <- if (na %in% c("none", "keep")) "keep" else as.logical(na)
  for (m in c("average", "min", "max", "first", "last")) add(c$name, na, m, encode(rank(c$x, na.last = how, ties.method = m)))
  for (m in c("dense", "average")) add(c$name, na, paste0("frank_", m), encode(frank(c$x, na.last = how, ties.method = m)))
}
save_lines("r_ranks.txt", rows)

windows <- c(list(rank = min_rank, dense_rank = dense_rank, row_number = row_number, percent_rank = percent_rank, cume_dist = cume_dist),
             lapply(setNames(c(2, 3, 4, 5, 10), paste0("ntile", c(2, 3, 4, 5, 10))), function(k) function(x) ntile(x, k)))
rows <- list()
for (c in tagged("rank", "longrank")) for (order in c("asc", "desc")) for (f in names(windows)) {
  x <- if (order == "asc") c$x else desc(c$x)
  if (length(x)) add("dplyr", c$name, if (anyNA(x)) "na" else "none", order, f, encode(windows[[f]](x)))
}
save_lines("r_windows.txt", rows)

rows <- list()
for (n in 1:60) for (k in 1:12) add(n, k, paste(tabulate(ntile(seq_len(n), k), k), collapse = "|"))
save_lines("r_buckets.txt", rows)

rows <- list()
for (c in tagged("engq")) for (t in 1:9) {
  x <- c$x[!is.na(c$x)]
  add(c$name, length(x), t, encode(quiet(quantile(x, probs, type = t, names = FALSE))))
}
save_lines("r_quantiles.txt", rows)

rows <- list()
for (c in tagged("bins")) if (length(c$x) <= 25 || c$name == "book250_score9") for (k in c(2, 3, 4, 5, 10)) for (right in c(TRUE, FALSE)) {
  if (length(c$x) > 20 && k %in% c(2, 5)) next
  side <- if (right) "right" else "left"
  r <- tryCatch(cut(c$x, k, right = right), error = conditionMessage)
  if (is.character(r)) { add(c$name, k, side, "", "", r); next }
  code <- as.integer(r) - 1L; code[is.na(code)] <- -1L
  add(c$name, k, side, paste(code, collapse = "|"), if (length(c$x) <= 20 && k <= 5) paste(chartr(",", ";", levels(r)), collapse = "|") else "", "")
}
save_lines("r_cut.txt", rows)

quantiles <- list(
  hmisc_quantile = function(x, w) Hmisc::wtd.quantile(x, w, probs, type = "quantile"),
  hmisc_im1_over_nm1 = function(x, w) Hmisc::wtd.quantile(x, w, probs, type = "(i-1)/(n-1)"),
  hmisc_i_over_np1 = function(x, w) Hmisc::wtd.quantile(x, w, probs, type = "i/(n+1)"),
  hmisc_i_over_n = function(x, w) Hmisc::wtd.quantile(x, w, probs, type = "i/n"),
  hmisc_quantile_normwt = function(x, w) Hmisc::wtd.quantile(x, w, probs, type = "quantile", normwt = TRUE),
  laeken = function(x, w) laeken::weightedQuantile(x, w, probs),
  spatstat_type1 = function(x, w) spatstat.geom::weighted.quantile(x, w, probs, type = 1),
  spatstat_type2 = function(x, w) spatstat.geom::weighted.quantile(x, w, probs, type = 2),
  spatstat_type4 = function(x, w) spatstat.geom::weighted.quantile(x, w, probs, type = 4))
ms <- function(...) function(x, w) matrixStats::weightedMedian(x, w, ...)
medians <- list(
  matrixstats_interpolate = ms(interpolate = TRUE), matrixstats_weighted = ms(interpolate = FALSE, ties = "weighted"),
  matrixstats_min = ms(interpolate = FALSE, ties = "min"), matrixstats_max = ms(interpolate = FALSE, ties = "max"),
  matrixstats_mean = ms(interpolate = FALSE, ties = "mean"),
  collapse_fmedian = function(x, w) collapse::fmedian(x, w = w),
  collapse_fnth_min = function(x, w) collapse::fnth(x, 0.5, w = w, ties = "min"),
  collapse_fnth_max = function(x, w) collapse::fnth(x, 0.5, w = w, ties = "max"),
  laeken = function(x, w) laeken::weightedMedian(x, w), spatstat = function(x, w) spatstat.geom::weighted.median(x, w))
weighted <- lapply(lines_of("weighted.txt"), function(l) list(name = l[1], x = decode(l[2]), w = decode(l[3])))
rows <- list()
for (c in weighted) for (f in names(quantiles)) add(c$name, f, encode(quiet(quantiles[[f]](c$x, c$w))))
save_lines("r_weighted.txt", rows)
rows <- list()
for (c in weighted) add(c$name, vapply(medians, function(f) encode(quiet(f(c$x, c$w))[1]), ""))
save_lines("r_medians.txt", rows)
writeLines(paste(c("case", names(medians)), collapse = ","), file.path(build, "r_medians_head.txt"))

rows <- list()
for (c in tagged("total")) {
  x <- c$x[!is.na(c$x)]
  add(c$name, encode(quiet(laeken::gini(x, rep(1, length(x)))$value) / 100))
}
save_lines("r_gini.txt", rows)
