module com.example.crm {
    requires dev.segmentation.schemes;
}
