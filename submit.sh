#!/usr/bin/env bash
# Runs spark-hopfield through spark-submit: ./submit.sh [--dry-run] [spark-submit options] COMMAND [options]
#
# Exit status: 0 done, 1 a bug (with its stack trace), and, each with one line: 2 a mistake in the input or a file system that failed,
# 52 too little memory, 130 or 143 interrupted. docs/operations.md has all of them.
#
# With SPARK_HOME set (Spark 4.x) that Spark is used. Without it, the Spark that Maven laid out under target/spark-home is;
# both it and the jar are built on first use, and the jar again whenever its sources are newer.
set -euo pipefail

script=${BASH_SOURCE[0]}
while [ -L "$script" ]; do
  link=$(readlink "$script")
  case "$link" in
    /*) script=$link ;;
    *) script=$(dirname "$script")/$link ;;
  esac
done
home=$(cd "$(dirname "$script")" && pwd)
spark_home="$home/target/spark-home"

case "$home" in
  *[][{}*?,:\;\|\^\<\>\"\`\\]* | *[[:cntrl:]]*)
    echo "error: the folder '$home' has one of []{}*?,:;|^<>\"\`\\ in its path, of which Java or Spark makes something else; move it to one without" >&2
    exit 2 ;;
esac
# Java finds a file whose name is not ASCII only where the locale says how names are written.
if LC_ALL=C grep -q '[^ -~]' <<<"$home" && [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  export LC_ALL=C.UTF-8
fi
# As it stands in an address.
address=${home//'%'/%25}
address=${address//'#'/%23}
address=${address//' '/%20}

# Everything before the first word that is neither an option nor an option's value goes to spark-submit.
dry_run=false
spark_options=()
while [ $# -gt 0 ]; do
  case "$1" in
    --dry-run) dry_run=true; shift ;;
    -h | --help | -V | --version) break ;;
    -v | --verbose | --supervise | --load-spark-defaults) spark_options+=("$1"); shift ;;
    --*=*) spark_options+=("$1"); shift ;;
    -*)
      if [ $# -lt 2 ]; then
        echo "error: spark-submit option $1 has no value; expected $1 VALUE before the command" >&2
        exit 2
      fi
      spark_options+=("$1" "$2"); shift 2 ;;
    *) break ;;
  esac
done

jar() { ls -t "$home"/target/spark-hopfield-*.jar 2>/dev/null | head -n 1; }

# The build's last act is to touch this file; an interrupted one leaves none.
ready="$spark_home/ready"

needs_build() {
  [ ! -f "$ready" ] || [ -n "$(find "$home/pom.xml" "$home/src/main" "$home/conf/quickstart.properties" -newer "$ready" -print | head -n 1)" ]
}

if needs_build; then
  echo "building spark-hopfield (the first time, Maven also fetches Spark: some minutes)..." >&2
  if ! (cd "$home" && mvn -B -q -ntp -Dstyle.color=never -DskipTests -Dspotless.check.skip=true package) >&2; then
    echo "error: the build failed; run 'mvn verify' in $home to see why" >&2
    exit 1
  fi
fi

# One task is one thread: the native kernel must not start its own.
export OMP_NUM_THREADS="${OMP_NUM_THREADS:-1}"

# One process finds the jar where it lies; others are sent it, and so is one where that is no plain address, as with a space.
jar=$(jar) || true
sent=$jar
here=local:$jar
case "$home" in
  *[!A-Za-z0-9._/~-]*)
    sent=file:$address${jar#"$home"}
    here=$sent ;;
esac
application=$here
for ((i = 0; i < ${#spark_options[@]}; i++)); do
  case "${spark_options[i]}" in
    --master) case "${spark_options[i + 1]}" in local | local\[*) ;; *) application=$sent ;; esac ;;
    --master=local | --master=local\[*) ;;
    --master=* | --properties-file* | *spark.master=*) application=$sent ;;
  esac
done
if [ -n "${SPARK_HOME:-}" ]; then application=$sent; fi

common=(
  --properties-file "$home/conf/spark-defaults.conf"
  --load-spark-defaults
  --class hopfield.cli.Main
  ${spark_options[@]+"${spark_options[@]}"}
  "$application"
  "$@"
)
logging="-Dlog4j2.configurationFile=file:$address/conf/log4j2.properties"

if [ -n "${SPARK_HOME:-}" ]; then
  if [ ! -x "$SPARK_HOME/bin/spark-submit" ]; then
    echo "error: SPARK_HOME is $SPARK_HOME, which has no bin/spark-submit; point it at a Spark 4.x, or unset it" >&2
    exit 2
  fi
  version=$(ls "$SPARK_HOME"/jars 2>/dev/null | sed -n 's/^spark-core_[0-9.]*-\([0-9].*\)\.jar$/\1/p' | head -n 1)
  case "$version" in
    4.*) ;;
    *)
      echo "error: SPARK_HOME is $SPARK_HOME, whose Spark is ${version:-of no version that its jars tell}, expected 4.x; point it at a Spark 4.x, or unset it" >&2
      exit 2 ;;
  esac
  export SPARK_SUBMIT_OPTS="\"$logging\" ${SPARK_SUBMIT_OPTS:-}"
  command=("$SPARK_HOME/bin/spark-submit" "${common[@]}")
else
  export SPARK_HOME="$spark_home" SPARK_SCALA_VERSION=2.13
  # The packages that Spark's own launcher opens (org.apache.spark.launcher.JavaModuleOptions).
  opens=()
  for package in java.base/java.{lang,lang.invoke,lang.reflect,io,net,nio,util,util.concurrent,util.concurrent.atomic} \
    java.base/jdk.internal.ref java.base/sun.{nio.ch,nio.cs,security.action,util.calendar} \
    java.security.jgss/sun.security.krb5; do
    opens+=("--add-opens=$package=ALL-UNNAMED")
  done
  # spark-submit's own launcher would set the driver's heap from these; a plain java must be told.
  memory_in() { sed -n 's/^[[:space:]]*spark\.driver\.memory[[:space:]]*[=:[:space:]][[:space:]]*\([^[:space:]]*\).*/\1/p' "$1" 2>/dev/null | tail -n 1; }
  memory=$(memory_in "$home/conf/spark-defaults.conf")
  for ((i = 0; i < ${#spark_options[@]}; i++)); do
    file=
    case "${spark_options[i]}" in
      --properties-file) file=${spark_options[i + 1]} ;;
      --properties-file=*) file=${spark_options[i]#*=} ;;
    esac
    if [ -n "$file" ]; then
      if [ ! -r "$file" ]; then
        echo "error: --properties-file $file cannot be read; pass a file of Spark's properties" >&2
        exit 2
      fi
      given=$(memory_in "$file")
      memory=${given:-$memory}
    fi
  done
  for ((i = 0; i < ${#spark_options[@]}; i++)); do
    case "${spark_options[i]}" in
      --driver-memory) memory=${spark_options[i + 1]} ;;
      --driver-memory=*) memory=${spark_options[i]#*=} ;;
      *spark.driver.memory=*) memory=${spark_options[i]##*=} ;;
    esac
  done
  java=(
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-Xmx$memory" "${opens[@]}" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseParallelGC
    -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true "$logging"
    # Ten times the defaults: Spark starts by running a great deal of code a few times, which the optimising compiler is kept from.
    -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000
    -XX:Tier4BackEdgeThreshold=400000
  )
  submit=(-cp "$spark_home/jars/*:$jar" org.apache.spark.deploy.SparkSubmit)
  # Spark's classes as the JVM holds them in memory, kept from one tiny sweep: later starts take half the time. A JVM that
  # finds the archive is not its own goes on without it.
  archive="$spark_home/classes.jsa"
  if ! $dry_run && { [ ! -f "$archive" ] || [ "$jar" -nt "$archive" ]; }; then
    echo "preparing faster starts (once)..." >&2
    rehearsal=$(mktemp -d)
    "${java[@]}" -Xlog:disable "-XX:ArchiveClassesAtExit=$archive.$$" "${submit[@]}" --properties-file "$home/conf/spark-defaults.conf" \
      --master 'local[2]' --conf spark.ui.port=0 --class hopfield.cli.Main "$here" sweep --images digits:40 \
      --patterns 3 --noise flip=0.1 --out "$rehearsal/run" >/dev/null 2>&1 || true
    [ -f "$archive.$$" ] || : >"$archive.$$"
    mv "$archive.$$" "$archive"
    rm -rf "$rehearsal"
  fi
  if [ -s "$archive" ]; then
    java+=("-XX:SharedArchiveFile=$archive" -Xlog:disable -Xlog:all=error:stderr)
  fi
  command=("${java[@]}" "${submit[@]}" "${common[@]}")
fi

if $dry_run; then
  printf '%q ' "${command[@]}"
  echo
  exit 0
fi
exec "${command[@]}"
