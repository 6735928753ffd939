package hopfield;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.InputStream;
import java.io.ObjectInputStream;

@AnalyzeClasses(packages = "hopfield", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SPARK_AND_CLI_KNOW_SPARK = noClasses()
            .that()
            .resideOutsideOfPackages("hopfield.spark..", "hopfield.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "scala..");

    @ArchTest
    static final ArchRule ONLY_IMAGES_COME_THROUGH_HADOOP = noClasses()
            .that()
            .resideOutsideOfPackages("hopfield.image..", "hopfield.spark..", "hopfield.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hadoop..");

    @ArchTest
    static final ArchRule PATTERN_KNOWS_NO_OTHER_ROOM = noClasses()
            .that()
            .resideInAPackage("hopfield.pattern..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "hopfield.image..",
                    "hopfield.noise..",
                    "hopfield.memory..",
                    "hopfield.recall..",
                    "hopfield.metric..",
                    "hopfield.report..");

    @ArchTest
    static final ArchRule THEORY_KNOWS_NOTHING_BUT_MATHEMATICS = classes()
            .that()
            .resideInAPackage("hopfield.theory..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("hopfield.theory..", "java..", "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule NOTHING_WALKS_BACK = noClasses()
            .that()
            .resideInAnyPackage(
                    "hopfield.image..",
                    "hopfield.noise..",
                    "hopfield.memory..",
                    "hopfield.recall..",
                    "hopfield.metric..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hopfield.spark..", "hopfield.report..", "hopfield.cli..");

    @ArchTest
    static final ArchRule THE_REPORT_AND_THE_JOB_MEET_IN_THE_COMMAND = noClasses()
            .that()
            .resideInAPackage("hopfield.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hopfield.report..", "hopfield.cli..");

    /** Spark sends its own objects between driver and executors; nothing that lies in a file is made into an object by its own word. */
    @ArchTest
    static final ArchRule NO_FILE_IS_DESERIALISED_BY_JAVA = noClasses()
            .should()
            .callConstructor(ObjectInputStream.class, InputStream.class)
            .orShould()
            .callMethodWhere(target(nameMatching("objectFile|activateDefaultTyping.*|enableDefaultTyping.*")))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("com\\.fasterxml\\.jackson\\.annotation\\.JsonTypeInfo|java\\.beans\\.XMLDecoder");

    /** Each room of recall knows those before it alone. */
    @ArchTest
    static final ArchRule RECALL_WALKS_FROM_FIELDS_TO_DYNAMICS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("hopfield.recall..")
            .layer("cues and results")
            .definedBy("hopfield.recall")
            .layer("field")
            .definedBy("hopfield.recall.field")
            .layer("kernel")
            .definedBy("hopfield.recall.kernel")
            .layer("onednn")
            .definedBy("hopfield.recall.kernel.onednn")
            .layer("dynamics")
            .definedBy("hopfield.recall.dynamics")
            .whereLayer("cues and results")
            .mayNotAccessAnyLayer()
            .whereLayer("field")
            .mayOnlyAccessLayers("cues and results")
            .whereLayer("kernel")
            .mayOnlyAccessLayers("cues and results", "field")
            .whereLayer("onednn")
            .mayOnlyAccessLayers("cues and results", "field", "kernel");

    /** Only the kernels on oneDNN know the library. */
    @ArchTest
    static final ArchRule ONE_ROOM_KNOWS_ONEDNN = noClasses()
            .that()
            .resideOutsideOfPackage("hopfield.recall.kernel.onednn")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("hopfield.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CIRCLES_BETWEEN_SUB_ROOMS =
            slices().matching("hopfield.(**)").should().beFreeOfCycles();
}
