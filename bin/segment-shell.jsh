// What bin/segment-shell starts with; also for a plain jshell: --class-path ... --startup bin/segment-shell.jsh
import java.io.*
import java.math.*
import java.nio.file.*
import java.time.*
import java.util.*
import java.util.function.*
import java.util.stream.*
import dev.segmentation.api.*
import dev.segmentation.core.analysis.*
import dev.segmentation.core.book.*
import dev.segmentation.core.ranking.*
import dev.segmentation.core.review.*
import dev.segmentation.core.scoring.*
import dev.segmentation.schemes.abc.*
import dev.segmentation.schemes.buckets.*
import dev.segmentation.schemes.engagement.*
import dev.segmentation.schemes.fours.*
import dev.segmentation.schemes.pareto.*
import dev.segmentation.shell.analyst.*
import dev.segmentation.shell.comparison.*
import dev.segmentation.shell.niche.*
import static dev.segmentation.api.Measure.*
import static dev.segmentation.shell.analyst.Analyst.*
greet()
